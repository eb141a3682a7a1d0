package dev.cadwright.metrics;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.CompareRequest;
import dev.cadwright.kernel.Comparison;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Source;
import dev.cadwright.metrics.overlap.MeshOverlap;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Two solids or meshes as they are: their volumes and what they share. */
final class OverlapProtocol implements Protocol {
    private final ProtocolDefinition definition;
    private final Supplier<KernelPool> kernel;

    OverlapProtocol(ProtocolDefinition definition, Supplier<KernelPool> kernel) {
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
            Optional<MeshOverlap> meshes = meshOverlap(judgement, predicted, actual);
            if (predicted.exact().isPresent() && actual.exact().isPresent()) {
                putExact(judgement, predicted, actual);
            } else {
                putMeshes(judgement, predicted, actual, meshes);
            }
            meshes.ifPresent(overlap -> judgement.put("iou_mesh", overlap.iou()));
            return judgement.measured();
        } catch (Judgement.Ended ended) {
            return ended.score();
        }
    }

    private static Optional<MeshOverlap> meshOverlap(Judgement judgement, Shape.Usable predicted, Shape.Usable actual)
            throws Judgement.Ended {
        Mesh truth = judgement.truthMesh(actual);
        return MeshOverlap.of(judgement.predictionMesh(predicted), truth);
    }

    private void putExact(Judgement judgement, Shape.Usable predicted, Shape.Usable actual) throws Judgement.Ended {
        Duration time = Duration.ofMillis(Math.round(1000 * definition.secondsPerShape()));
        CompareRequest request = CompareRequest.asTheyAre().within(Budget.STANDARD.withTime(time));
        Comparison comparison = kernel.get()
                .compare(predicted.exact().orElseThrow(), actual.exact().orElseThrow(), request);
        switch (comparison) {
            case Comparison.Overlap overlap -> {
                judgement.put("iou", overlap.iou());
                judgement.put("volume_pred", overlap.first());
                judgement.put("volume_truth", overlap.second());
                judgement.put("volume_common", overlap.common());
                judgement.put("inclusion_exclusion_error", overlap.inclusionExclusionError());
            }
            case Comparison.Failed failed -> throw ending(judgement, failed);
        }
    }

    /** The truth's failure leaves the sample out; any other counts against the prediction. */
    static Judgement.Ended ending(Judgement judgement, Comparison.Failed failed) {
        String category = failed.execution().category().label();
        String reason =
                switch (ShapePreparation.shapeOf(failed.execution(), new Source.Brep(new byte[0]))) {
                    case Shape.Unusable unusable -> unusable.reason();
                    case Shape.Usable usable -> String.join(", ", usable.defects());
                };
        return switch (failed.side()) {
            case FIRST -> judgement.failed(category, reason);
            case SECOND -> judgement.excluded(category, reason);
            case BOTH -> judgement.failed(category, "the shapes could not be compared: " + reason);
        };
    }

    private static void putMeshes(
            Judgement judgement, Shape.Usable predicted, Shape.Usable actual, Optional<MeshOverlap> meshes)
            throws Judgement.Ended {
        if (meshes.isEmpty()) {
            throw notClosed(
                    judgement, predicted.mesh().orElseThrow(), actual.mesh().orElseThrow());
        }
        MeshOverlap overlap = meshes.get();
        judgement.put("iou", overlap.iou());
        judgement.put("volume_pred", overlap.first());
        judgement.put("volume_truth", overlap.second());
        judgement.put("volume_common", overlap.common());
    }

    static Judgement.Ended notClosed(Judgement judgement, Mesh predicted, Mesh actual) {
        if (!MeshOverlap.isClosed(actual)) {
            return judgement.excluded("invalid", "the mesh is not closed");
        }
        return MeshOverlap.isClosed(predicted)
                ? judgement.failed("exhausted", "too many bodies overlap each other")
                : judgement.failed("invalid", "the mesh is not closed");
    }
}
