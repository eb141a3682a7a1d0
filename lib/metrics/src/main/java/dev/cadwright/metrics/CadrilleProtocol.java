package dev.cadwright.metrics;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.metrics.overlap.MeshOverlap;
import dev.cadwright.metrics.point.PointMetrics;
import java.util.Optional;

/** The evaluation of cadrille and CAD-Recode (2025): meshes of unit longest side, mean squared Chamfer, volumes. */
final class CadrilleProtocol implements Protocol {
    private static final double PRINTED_AS_THOUSANDTHS = 1000;

    private final ProtocolDefinition definition;

    CadrilleProtocol(ProtocolDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ProtocolDefinition definition() {
        return definition;
    }

    @Override
    public Score score(String sample, Shape prediction, Shape truth) {
        Judgement judgement = new Judgement(definition, sample);
        try {
            Mesh actual = judgement.truthMesh(judgement.truth(truth)).normalised(definition.longestSide());
            Mesh predicted =
                    judgement.predictionMesh(judgement.prediction(prediction)).normalised(definition.longestSide());
            PointMetrics points = PointMetrics.of(
                    judgement.samplePrediction(predicted), judgement.sampleTruth(actual), definition.tau());
            judgement.put("valid", 1);
            putIou(judgement, predicted, actual);
            judgement.put("cd", PRINTED_AS_THOUSANDTHS * points.chamfer());
            return judgement.measured();
        } catch (Judgement.Ended ended) {
            return ended.score();
        }
    }

    /** A mesh that is not closed has no volume; the peer leaves it out, here it counts 0. */
    private static void putIou(Judgement judgement, Mesh predicted, Mesh actual) throws Judgement.Ended {
        if (!MeshOverlap.isClosed(actual)) {
            throw judgement.excluded("invalid", "the mesh is not closed");
        }
        Optional<Double> iou = MeshOverlap.bodyByBodyIou(actual, predicted);
        judgement.put("iou", Math.min(1, iou.orElse(0.0)));
        judgement.put("iou_unfused", iou.orElse(0.0));
    }
}
