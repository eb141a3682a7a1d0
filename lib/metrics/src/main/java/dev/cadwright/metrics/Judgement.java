package dev.cadwright.metrics;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.SurfaceSampler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** One prediction being scored: the two shapes, the numbers so far, and the ways it can end. */
final class Judgement {
    /** The truth or the prediction cannot be measured: the score says so. */
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Score score;

        private Ended(Score score) {
            super(score.reason(), null, false, false);
            this.score = score;
        }

        Score score() {
            return score;
        }
    }

    private static final long PREDICTION = 0x9E3779B97F4A7C15L;
    private static final long TRUTH = 0xC2B2AE3D27D4EB4FL;

    private final ProtocolDefinition definition;
    private final String sample;
    private final long start = System.nanoTime();
    private final Map<String, Double> metrics = new LinkedHashMap<>();

    Judgement(ProtocolDefinition definition, String sample) {
        this.definition = definition;
        this.sample = sample;
    }

    void put(String metric, double value) {
        metrics.put(metric, value);
    }

    void put(String metric, OptionalDouble value) {
        value.ifPresent(number -> metrics.put(metric, number));
    }

    double get(String metric) {
        return metrics.get(metric);
    }

    Score measured() {
        return Score.measured(definition, sample, metrics, start);
    }

    Ended failed(String category, String reason) {
        return new Ended(Score.failed(definition, sample, category, reason, start));
    }

    Ended excluded(String category, String reason) {
        return new Ended(Score.excluded(definition, sample, category, "the truth: " + reason, start));
    }

    /** The prediction, if there is one: the truth's faults count first, for nobody can be judged by it. */
    Shape.Usable prediction(Shape shape) throws Ended {
        return switch (shape) {
            case Shape.Usable usable -> usable;
            case Shape.Unusable unusable -> throw failed(unusable.category(), unusable.reason());
        };
    }

    Shape.Usable truth(Shape shape) throws Ended {
        return switch (shape) {
            case Shape.Usable usable -> usable;
            case Shape.Unusable unusable -> throw excluded(unusable.category(), unusable.reason());
        };
    }

    Mesh predictionMesh(Shape.Usable shape) throws Ended {
        Mesh mesh = shape.mesh().orElseThrow(() -> failed("no_result", "there is no surface to measure"));
        if (!(mesh.area() > 0)) {
            throw failed("no_result", "the surface has no area");
        }
        return mesh;
    }

    Mesh truthMesh(Shape.Usable shape) throws Ended {
        Mesh mesh = shape.mesh().orElseThrow(() -> excluded("no_result", "there is no surface to measure"));
        if (!(mesh.area() > 0)) {
            throw excluded("no_result", "the surface has no area");
        }
        return mesh;
    }

    /** Points of the prediction; other random numbers than the truth's, so that equal shapes keep their noise. */
    PointCloud samplePrediction(Mesh mesh) {
        return SurfaceSampler.sample(mesh, definition.points(), random(PREDICTION));
    }

    PointCloud sampleTruth(Mesh mesh) {
        return SurfaceSampler.sample(mesh, definition.points(), random(TRUTH));
    }

    private SplittableRandom random(long role) {
        long hash = role;
        for (int i = 0; i < sample.length(); i++) {
            hash = (hash ^ sample.charAt(i)) * 0x100000001B3L;
        }
        return new SplittableRandom(definition.seed() ^ hash);
    }
}
