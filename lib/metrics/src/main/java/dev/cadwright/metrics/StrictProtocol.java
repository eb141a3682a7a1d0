package dev.cadwright.metrics;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.CompareRequest;
import dev.cadwright.kernel.Comparison;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.metrics.overlap.MeshOverlap;
import dev.cadwright.metrics.point.PointMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Our own protocol: exact where possible, with error bounds, and no way for a failure to go uncounted. */
final class StrictProtocol implements Protocol {
    /** Above this share of the union, the two ways to compute it disagree too much to trust the booleans. */
    private static final double MAX_INCLUSION_EXCLUSION_ERROR = 1e-3;

    private static final double ROUNDING = 1e-9;
    private static final double CHAMFER_WORST = 1e-1;
    private static final double CHAMFER_BEST = 1e-5;

    private final ProtocolDefinition definition;
    private final Supplier<KernelPool> kernel;

    StrictProtocol(ProtocolDefinition definition, Supplier<KernelPool> kernel) {
        this.definition = definition;
        this.kernel = kernel;
    }

    @Override
    public ProtocolDefinition definition() {
        return definition;
    }

    @Override
    public Score score(String sample, Shape prediction, Shape truth) {
        Judgement judgement = new Judgement(definition, sample);
        try {
            Shape.Usable actual = judgement.truth(truth);
            Shape.Usable predicted = judgement.prediction(prediction);
            Mesh actualMesh = judgement.truthMesh(actual).normalised(definition.longestSide());
            if (!actual.defects().isEmpty()) {
                throw judgement.excluded("invalid", String.join(", ", actual.defects()));
            }
            if (!predicted.defects().isEmpty()) {
                throw judgement.failed("invalid", String.join(", ", predicted.defects()));
            }
            Mesh predictedMesh = judgement.predictionMesh(predicted).normalised(definition.longestSide());
            judgement.put("valid", 1);
            putIou(judgement, predicted, actual, predictedMesh, actualMesh);
            judgement.put("iou_rotated", Math.max(judgement.get("iou"), bestRotatedIou(predictedMesh, actualMesh)));
            putPoints(judgement, predictedMesh, actualMesh);
            return judgement.measured();
        } catch (Judgement.Ended ended) {
            return ended.score();
        }
    }

    private void putIou(
            Judgement judgement, Shape.Usable predicted, Shape.Usable actual, Mesh predictedMesh, Mesh actualMesh)
            throws Judgement.Ended {
        Optional<Comparison> comparison = compare(predicted, actual);
        if (comparison.isPresent() && comparison.get() instanceof Comparison.Overlap overlap) {
            double error = Math.abs(overlap.inclusionExclusionError()) / Math.max(overlap.fused(), Double.MIN_NORMAL);
            if (error <= MAX_INCLUSION_EXCLUSION_ERROR) {
                judgement.put("iou", overlap.iou());
                judgement.put("iou_error", error);
                judgement.put("iou_exact", 1);
                return;
            }
        }
        Optional<MeshOverlap> meshes = MeshOverlap.of(predictedMesh, actualMesh);
        if (meshes.isEmpty()) {
            throw comparison.isPresent() && comparison.get() instanceof Comparison.Failed failed
                    ? OverlapProtocol.ending(judgement, failed)
                    : OverlapProtocol.notClosed(judgement, predictedMesh, actualMesh);
        }
        judgement.put("iou", meshes.get().iou());
        judgement.put("iou_exact", 0);
    }

    private Optional<Comparison> compare(Shape.Usable predicted, Shape.Usable actual) {
        if (predicted.exact().isEmpty() || actual.exact().isEmpty()) {
            return Optional.empty();
        }
        Duration time = Duration.ofMillis(Math.round(1000 * definition.secondsPerShape()));
        CompareRequest request =
                CompareRequest.normalised(definition.longestSide()).within(Budget.STANDARD.withTime(time));
        return Optional.of(
                kernel.get().compare(predicted.exact().get(), actual.exact().get(), request));
    }

    /** A rotation whose boxes share too little to be better than the best so far is passed over. */
    private static double bestRotatedIou(Mesh predicted, Mesh actual) {
        Optional<MeshOverlap> straight = MeshOverlap.of(predicted, actual);
        if (straight.isEmpty()) {
            return 0;
        }
        double volumes = straight.get().first() + straight.get().second();
        double best = straight.get().iou();
        for (Transform rotation : Transform.axisRotations()) {
            Mesh turned = predicted.transformed(rotation);
            double shared = sharedVolume(turned.bounds(), actual.bounds());
            boolean hopeless = shared < volumes && shared / (volumes - shared) <= best;
            if (best < 1 - ROUNDING && !hopeless && !rotation.equals(Transform.IDENTITY)) {
                best = Math.max(
                        best,
                        MeshOverlap.of(turned, actual).map(MeshOverlap::iou).orElse(0.0));
            }
        }
        return best;
    }

    private static double sharedVolume(Bounds one, Bounds other) {
        if (!one.touches(other)) {
            return 0;
        }
        Vector3 a = one.min();
        Vector3 b = other.min();
        Vector3 c = one.max();
        Vector3 d = other.max();
        return (Math.min(c.x(), d.x()) - Math.max(a.x(), b.x()))
                * (Math.min(c.y(), d.y()) - Math.max(a.y(), b.y()))
                * (Math.min(c.z(), d.z()) - Math.max(a.z(), b.z()));
    }

    private void putPoints(Judgement judgement, Mesh predicted, Mesh actual) {
        PointMetrics points =
                PointMetrics.of(judgement.samplePrediction(predicted), judgement.sampleTruth(actual), definition.tau());
        double chamfer = points.chamfer();
        double floor = PointMetrics.noiseFloor(predicted.area(), actual.area(), definition.points());
        judgement.put("chamfer", chamfer);
        judgement.put("chamfer_noise_floor", floor);
        judgement.put("chamfer_excess", chamfer - floor);
        judgement.put("chamfer_auc", shareOfThresholdsPassed(chamfer));
        judgement.put("hausdorff", points.hausdorff());
        judgement.put("normal_consistency", points.normalConsistency());
        judgement.put("fscore", points.fscore());
    }

    /** The share of thresholds from 1e-5 to 1e-1, even on a logarithmic scale, that a Chamfer distance stays below. */
    static double shareOfThresholdsPassed(double chamfer) {
        double share = Math.log(CHAMFER_WORST / chamfer) / Math.log(CHAMFER_WORST / CHAMFER_BEST);
        return Math.clamp(share, 0.0, 1.0);
    }
}
