package dev.cadwright.neural.nano;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.block.CubeSymmetry;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BlockGrammarTest {
    private static final ProceduralGenerator GENERATOR = new ProceduralGenerator(12);

    @Property(tries = 1000)
    void whateverIsChosenTheProgramParses(@ForAll long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        BlockGrammar grammar = new BlockGrammar();
        BitSet allowed = new BitSet();
        List<Integer> tokens = new ArrayList<>();

        // When
        while (!grammar.done()) {
            grammar.allowed(allowed);
            int token = choice(allowed, tokens.size(), random);
            grammar.accept(token);
            tokens.add(token);
        }

        // Then
        assertThat(BlockTokens.decode(
                        tokens.stream().mapToInt(Integer::intValue).toArray()))
                .isInstanceOf(BlockTokens.Decoded.Program.class);
    }

    @Property(tries = 300)
    void whateverSoundIsChosenNoLoopIsRefused(@ForAll long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        BlockGrammar grammar = new BlockGrammar();
        BitSet allowed = new BitSet();
        List<Integer> tokens = new ArrayList<>();

        // When
        while (!grammar.done()) {
            grammar.allowed(allowed);
            int token = choice(allowed, tokens.size(), random);
            while (!grammar.sound(token)) {
                allowed.clear(token);
                // Random walks, unlike programs, do run into corners.
                Assume.that(!allowed.isEmpty());
                token = choice(allowed, tokens.size(), random);
            }
            grammar.accept(token);
            tokens.add(token);
        }

        // Then
        BlockTokens.Decoded decoded =
                BlockTokens.decode(tokens.stream().mapToInt(Integer::intValue).toArray());
        assertThat(decoded).isInstanceOfSatisfying(BlockTokens.Decoded.Program.class, it -> {
            if (BlockSolid.of(it.program()) instanceof BlockExecution.Refused(String reason)) {
                assertThat(reason).isEqualTo("the cuts leave nothing");
            }
        });
    }

    /** Any allowed token; a long program is brought to its end as soon as the grammar lets it. */
    private static int choice(BitSet allowed, int written, SplittableRandom random) {
        return written > 40 && allowed.get(BlockTokens.END)
                ? BlockTokens.END
                : allowed.stream()
                        .skip(random.nextInt(allowed.cardinality()))
                        .findFirst()
                        .orElseThrow();
    }

    @Property(tries = 1000)
    void everyProgramThatIsTaughtIsAllowed(
            @ForAll @LongRange(min = 0, max = 1_000_000) long index,
            @ForAll @IntRange(min = 0, max = 47) int symmetry) {
        // Given
        int[] tokens = BlockTokens.encode(Blocks.apply(
                CubeSymmetry.ALL.get(symmetry), GENERATOR.sample(index).program()));
        BlockGrammar grammar = new BlockGrammar();
        BitSet allowed = new BitSet();

        for (int token : tokens) {
            // When
            grammar.allowed(allowed);

            // Then
            assertThat(allowed.get(token) && grammar.sound(token))
                    .as("token %s of program %s", token, index)
                    .isTrue();
            grammar.accept(token);
        }
        assertThat(grammar.done()).isTrue();
    }
}
