package dev.cadwright.neural.nano;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.block.CubeSymmetry;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BlockTokensTest {
    private static final ProceduralGenerator GENERATOR = new ProceduralGenerator(11);

    @Property(tries = 300)
    void everyProgramSurvivesItsTokens(
            @ForAll @LongRange(min = 0, max = 100_000) long index, @ForAll @IntRange(min = 0, max = 47) int symmetry) {
        // Given
        BlockProgram program = Blocks.apply(
                CubeSymmetry.ALL.get(symmetry), GENERATOR.sample(index).program());

        // When
        int[] tokens = BlockTokens.encode(program);

        // Then
        assertThat(BlockTokens.decode(tokens)).isEqualTo(new BlockTokens.Decoded.Program(program));
    }

    @Property(tries = 2000)
    void anyTokensGetAnAnswer(@ForAll int @net.jqwik.api.constraints.Size(max = 60) [] noise) {
        // Given
        int[] tokens = Arrays.stream(noise)
                .map(n -> Math.floorMod(n, BlockTokens.VOCABULARY + 2))
                .toArray();

        // When
        BlockTokens.Decoded decoded = BlockTokens.decode(tokens);

        // Then
        switch (decoded) {
            case BlockTokens.Decoded.Program program ->
                assertThat(program.program().blocks()).isNotEmpty();
            case BlockTokens.Decoded.Malformed malformed ->
                assertThat(malformed.reason()).isNotBlank();
        }
    }

    @Property(tries = 300)
    void damagedProgramsAreRefusedOrRead(
            @ForAll @LongRange(min = 0, max = 1000) long index, @ForAll @IntRange(min = 0, max = 214) int token) {
        // Given
        int[] tokens = BlockTokens.encode(GENERATOR.sample(index).program());
        tokens[(int) (index % tokens.length)] = token;

        // When
        BlockTokens.Decoded decoded = BlockTokens.decode(tokens);

        // Then
        if (decoded instanceof BlockTokens.Decoded.Program program) {
            assertThat(BlockTokens.decode(BlockTokens.encode(program.program())))
                    .isEqualTo(decoded);
        }
    }

    @Test
    void aProgramWithoutEndIsMalformedWhereItBreaksOff() {
        // Given
        int[] tokens = {BlockTokens.BLOCK, BlockTokens.number(-5), BlockTokens.number(5), BlockTokens.CIRCLE};

        // When
        BlockTokens.Decoded decoded = BlockTokens.decode(tokens);

        // Then
        assertThat(decoded).isEqualTo(new BlockTokens.Decoded.Malformed(4, "the program breaks off"));
    }

    @Test
    void aFirstBlockThatCutsIsMalformed() {
        // Given
        int[] tokens = {BlockTokens.BLOCK + 3, BlockTokens.number(-5), BlockTokens.number(5), BlockTokens.END};

        // When
        BlockTokens.Decoded decoded = BlockTokens.decode(tokens);

        // Then
        assertThat(decoded).isEqualTo(new BlockTokens.Decoded.Malformed(0, "the first block must not cut"));
    }

    @Test
    void everyTokenHasItsOwnName() {
        // When
        long names = java.util.stream.IntStream.range(0, BlockTokens.VOCABULARY)
                .mapToObj(BlockTokens::name)
                .distinct()
                .count();

        // Then
        assertThat(names).isEqualTo(BlockTokens.VOCABULARY);
    }
}
