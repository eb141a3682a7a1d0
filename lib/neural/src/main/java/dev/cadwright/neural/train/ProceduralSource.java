package dev.cadwright.neural.train;

import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.cad.procedural.ProceduralSample;
import dev.cadwright.geometry.FarthestPoint;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.neural.Seeds;
import java.util.SplittableRandom;

/** Fresh procedural shapes; clouds are taken by farthest points from a dense sample of the surface. */
public final class ProceduralSource implements SampleSource {
    private static final System.Logger LOG = System.getLogger(ProceduralSource.class.getName());
    private static final long SUBSTITUTE = 1L << 41;
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
        ProceduralSample sample = draw(index);
        SplittableRandom random = Seeds.of(generator.seed(), index, visit);
        PointCloud dense = sample.solid().sampleSurface(DENSE, random);
        PointCloud cloud = FarthestPoint.take(dense, points, random.nextInt(DENSE));
        return new TrainingSample(sample.program(), scaled(cloud.positions()));
    }

    private ProceduralSample draw(long index) {
        try {
            return generator.sample(index);
        } catch (IllegalArgumentException e) {
            // One broken draw in many thousands must not end a training of hours: another takes its place.
            LOG.log(System.Logger.Level.WARNING, "procedural shape " + index + " cannot be drawn", e);
            return generator.sample(index + SUBSTITUTE);
        }
    }

    private static float[] scaled(double[] positions) {
        float[] points = new float[positions.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (positions[i] / HALF_SIDE);
        }
        return points;
    }
}
