package dev.cadwright.neural.train;

import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.cad.procedural.ProceduralSample;
import dev.cadwright.geometry.FarthestPoint;
import dev.cadwright.geometry.PointCloud;
import java.util.SplittableRandom;

/** Fresh procedural shapes; clouds are taken by farthest points from a dense sample of the surface. */
public final class ProceduralSource implements SampleSource {
    private static final int DENSE = 8192;
    private static final double HALF_SIDE = 100;

    private final ProceduralGenerator generator;
    private final long size;
    private final int points;

    public ProceduralSource(long seed, long size, int points) {
        this.generator = new ProceduralGenerator(seed);
        this.size = size;
        this.points = points;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public TrainingSample sample(long index, int visit) {
        ProceduralSample sample = generator.sample(index);
        SplittableRandom random = Seeds.of(generator.seed(), index, visit);
        PointCloud dense = sample.solid().sampleSurface(DENSE, random);
        PointCloud cloud = FarthestPoint.take(dense, points, random.nextInt(DENSE));
        return new TrainingSample(sample.program(), scaled(cloud.positions()));
    }

    private static float[] scaled(double[] positions) {
        float[] points = new float[positions.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (positions[i] / HALF_SIDE);
        }
        return points;
    }
}
