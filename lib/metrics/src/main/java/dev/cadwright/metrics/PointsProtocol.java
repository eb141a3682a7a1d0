package dev.cadwright.metrics;

import dev.cadwright.geometry.PointCloud;
import dev.cadwright.metrics.point.EarthMoversDistance;
import dev.cadwright.metrics.point.NearestDistances;
import dev.cadwright.metrics.point.PointMetrics;

/** Two clouds as they are; surfaces are sampled first. */
final class PointsProtocol implements Protocol {
    private final ProtocolDefinition definition;

    PointsProtocol(ProtocolDefinition definition) {
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
            Shape.Usable actual = judgement.truth(truth);
            Shape.Usable predicted = judgement.prediction(prediction);
            PointCloud from = predicted.cloud().isPresent()
                    ? predicted.cloud().get()
                    : judgement.samplePrediction(judgement.predictionMesh(predicted));
            PointCloud to = actual.cloud().isPresent()
                    ? actual.cloud().get()
                    : judgement.sampleTruth(judgement.truthMesh(actual));
            measure(judgement, from, to);
            return judgement.measured();
        } catch (Judgement.Ended ended) {
            return ended.score();
        }
    }

    private void measure(Judgement judgement, PointCloud prediction, PointCloud truth) throws Judgement.Ended {
        if (truth.size() == 0) {
            throw judgement.excluded("no_result", "the cloud is empty");
        }
        if (prediction.size() == 0) {
            throw judgement.failed("no_result", "the cloud is empty");
        }
        PointMetrics points = PointMetrics.of(prediction, truth, definition.tau());
        put(judgement, "pred_to_truth", points.predictionToTruth());
        put(judgement, "truth_to_pred", points.truthToPrediction());
        judgement.put("hausdorff", points.hausdorff());
        judgement.put("normal_consistency", points.normalConsistency());
        judgement.put("emd", EarthMoversDistance.between(prediction, truth));
        judgement.put("fscore", points.fscore());
    }

    private static void put(Judgement judgement, String direction, NearestDistances distances) {
        judgement.put("mean_d_" + direction, distances.mean());
        judgement.put("mean_d2_" + direction, distances.meanSquared());
        judgement.put("hausdorff_" + direction, distances.hausdorff());
        judgement.put("rms_" + direction, distances.rootMeanSquared());
        judgement.put("normal_consistency_" + direction, distances.normalConsistency());
    }
}
