package dev.cadwright.neural.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.neural.nano.BlockTokens;
import dev.cadwright.neural.train.ProceduralSource;
import dev.cadwright.neural.train.TrainingSample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RefinementTest {
    private static final ProceduralSource SOURCE = new ProceduralSource(8, 1000, 256);

    @Property(tries = 5)
    void aDamagedProgramComesNearerToTheCloudAndAlwaysToTheSamePlace(
            @ForAll @IntRange(min = 0, max = 999) int index, @ForAll long seed) {
        // Given
        TrainingSample truth = SOURCE.sample(index, 0);
        CloudFit fit = new CloudFit(truth.points());
        Optional<BlockProgram> damaged = damaged(truth.program(), new SplittableRandom(seed));
        if (damaged.isEmpty()) {
            return;
        }

        // When
        Optional<BlockProgram> refined = Refinement.improve(damaged.get(), fit);

        // Then
        assertThat(Refinement.improve(damaged.get(), fit)).isEqualTo(refined);
        refined.ifPresent(
                program -> assertThat(fit.misfit(solid(program))).isLessThan(fit.misfit(solid(damaged.get()))));
    }

    @Test
    void aBoxIsMovedOntoItsCloud() {
        // Given
        int[] truth = box(-100, 100, -60, 60, -20, 20);
        int[] wrong = box(-90, 96, -66, 60, -28, 12);
        CloudFit fit = new CloudFit(cloud(truth));

        // When
        Optional<BlockProgram> refined = Refinement.improve(program(wrong), fit);

        // Then
        int[] tokens = BlockTokens.encode(refined.orElseThrow());
        for (int i = 0; i < tokens.length; i++) {
            assertThat(Math.abs(tokens[i] - truth[i])).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void numbersOfALoopAndOfAnEdgeMoveTogetherBeforeSingleOnes() {
        // Given
        int[] tokens = {
            BlockTokens.BLOCK,
            number(-9),
            number(9),
            BlockTokens.POLYGON,
            number(0),
            number(0),
            number(40),
            number(0),
            number(40),
            number(30),
            number(0),
            number(30),
            BlockTokens.CIRCLE,
            number(5),
            number(6),
            number(2),
            BlockTokens.END
        };

        // When
        List<List<Integer>> groups = NumberGroups.of(tokens);

        // Then
        assertThat(groups)
                .startsWith(
                        List.of(1, 2),
                        List.of(4, 6, 8, 10),
                        List.of(5, 7, 9, 11),
                        List.of(4, 10),
                        List.of(6, 8),
                        List.of(5, 7),
                        List.of(9, 11),
                        List.of(13),
                        List.of(14),
                        List.of(4, 6, 8, 10, 13),
                        List.of(5, 7, 9, 11, 14))
                .contains(List.of(15), List.of(1));
    }

    private static Optional<BlockProgram> damaged(BlockProgram program, SplittableRandom random) {
        int[] tokens = BlockTokens.encode(program);
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] >= BlockTokens.FIRST_NUMBER) {
                tokens[i] = Math.clamp(
                        tokens[i] + random.nextInt(-4, 5), BlockTokens.FIRST_NUMBER, BlockTokens.VOCABULARY - 1);
            }
        }
        return BlockTokens.decode(tokens) instanceof BlockTokens.Decoded.Program read
                        && BlockSolid.of(read.program()) instanceof BlockExecution.Built
                ? Optional.of(read.program())
                : Optional.empty();
    }

    private static float[] cloud(int[] tokens) {
        double[] positions = solid(program(tokens))
                .sampleSurface(256, new SplittableRandom(1))
                .positions();
        float[] cloud = new float[positions.length];
        for (int i = 0; i < cloud.length; i++) {
            cloud[i] = (float) (positions[i] / 100);
        }
        return cloud;
    }

    private static int[] box(int x0, int x1, int y0, int y1, int z0, int z1) {
        return new int[] {
            BlockTokens.BLOCK,
            number(z0),
            number(z1),
            BlockTokens.RECTANGLE,
            number(x0),
            number(y0),
            number(x1),
            number(y1),
            BlockTokens.END
        };
    }

    private static int number(int value) {
        return BlockTokens.number(value);
    }

    private static BlockProgram program(int[] tokens) {
        assertThat(BlockTokens.decode(tokens)).isInstanceOf(BlockTokens.Decoded.Program.class);
        return ((BlockTokens.Decoded.Program) BlockTokens.decode(Arrays.copyOf(tokens, tokens.length))).program();
    }

    private static BlockSolid solid(BlockProgram program) {
        return ((BlockExecution.Built) BlockSolid.of(program)).solid();
    }
}
