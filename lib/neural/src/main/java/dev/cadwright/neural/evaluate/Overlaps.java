package dev.cadwright.neural.evaluate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.neural.generate.Candidate;
import dev.cadwright.neural.train.TrainingSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Overlaps of one way of answering with the truth, over many shapes. */
final class Overlaps {
    private static final double NEARLY_EXACT = 0.95;

    private final List<Double> values = new ArrayList<>();
    private int valid;

    void add(TrainingSample truth, Candidate answer) {
        Optional<BlockSolid> built = answer.usable() ? answer.program().flatMap(Overlaps::solid) : Optional.empty();
        valid += built.isPresent() ? 1 : 0;
        values.add(built.map(solid -> VolumeOverlap.of(truth(truth), solid)).orElse(0.0));
    }

    void add(TrainingSample truth, Bounds box) {
        valid++;
        values.add(VolumeOverlap.of(truth(truth), box));
    }

    ObjectNode summary() {
        List<Double> sorted = values.stream().sorted().toList();
        return new JsonMapper()
                .createObjectNode()
                .put("valid", valid / (double) values.size())
                .put("mean_iou", values.stream().mapToDouble(v -> v).average().orElse(0))
                .put("median_iou", sorted.get(sorted.size() / 2))
                .put("above_0.95", values.stream().filter(v -> v > NEARLY_EXACT).count() / (double) values.size());
    }

    private static BlockSolid truth(TrainingSample sample) {
        return solid(sample.program()).orElseThrow();
    }

    private static Optional<BlockSolid> solid(BlockProgram program) {
        return switch (BlockSolid.of(program)) {
            case BlockExecution.Built built -> Optional.of(built.solid());
            case BlockExecution.Refused _ -> Optional.empty();
        };
    }
}
