package dev.cadwright.neural.train;

import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.block.CubeSymmetry;
import java.util.SplittableRandom;

/**
 * Turns a sample by a random symmetry of the cube, program and points alike, and jitters half of the clouds.
 *
 * @param noise standard deviation of the jitter
 * @param noiseProbability how many clouds are jittered
 */
public record Augmentation(boolean symmetries, double noise, double noiseProbability) {
    public static final Augmentation NONE = new Augmentation(false, 0, 0);

    TrainingSample apply(TrainingSample sample, SplittableRandom random) {
        BlockProgram program = sample.program();
        float[] points = sample.points().clone();
        if (symmetries) {
            CubeSymmetry symmetry = CubeSymmetry.ALL.get(random.nextInt(CubeSymmetry.ALL.size()));
            program = Blocks.apply(symmetry, program);
            points = symmetry.apply(points);
        }
        if (noise > 0 && random.nextDouble() < noiseProbability) {
            for (int i = 0; i < points.length; i++) {
                points[i] += (float) (noise * random.nextGaussian());
            }
        }
        return new TrainingSample(program, points);
    }
}
