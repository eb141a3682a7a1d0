package dev.cadwright.service.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.neural.train.TrainingEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a training has reported so far: a line a logged step and a line an evaluation, and the last figures. */
final class LossHistory {
    private final List<String> lines;
    private final Map<String, Double> metrics = new TreeMap<>();
    private double epoch;

    /** @param lines of earlier attempts, up to the checkpoint that this one continues from */
    LossHistory(List<String> lines) {
        this.lines = new ArrayList<>(lines);
        lines.forEach(this::read);
    }

    /** The last figures are those of the earlier attempts until there are new ones. */
    private void read(String line) {
        try {
            JsonNode json = ContractJson.mapper().readTree(line);
            epoch = json.path("epoch").asDouble();
            json.properties()
                    .forEach(field -> put(field.getKey(), field.getValue().asDouble()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(TrainingEvent.Step step) {
        epoch = step.epoch();
        lines.add(ContractJson.mapper()
                .createObjectNode()
                .put("step", step.step())
                .put("epoch", step.epoch())
                .put("loss", step.loss())
                .put("grad_norm", step.grad_norm())
                .put("lr", step.lr())
                .put("tokens", step.tokens())
                .put("tokens_per_second", step.tokens_per_second())
                .toString());
        put("step", step.step());
        put("total_steps", step.steps());
        put("epoch", step.epoch());
        put("loss", step.loss());
        put("grad_norm", step.grad_norm());
        put("lr", step.lr());
        put("tokens", step.tokens());
        put("tokens_per_second", step.tokens_per_second());
        put("seconds_left", step.seconds_left());
    }

    void add(TrainingEvent.Evaluated evaluated) {
        lines.add(ContractJson.mapper()
                .createObjectNode()
                .put("step", evaluated.step())
                .put("epoch", epoch)
                .put("validation_loss", evaluated.loss())
                .put("validation_accuracy", evaluated.accuracy())
                .toString());
        put("validation_loss", evaluated.loss());
    }

    void checkpointed(long step) {
        put("checkpoint", step);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The last figures by name, finite ones only. */
    Map<String, Double> metrics() {
        return Map.copyOf(metrics);
    }

    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The {@code metrics} of the job's output. */
    ObjectNode summary(double seconds) {
        ObjectNode summary = ContractJson.mapper().createObjectNode();
        put(summary, "steps", "step");
        put(summary, "epochs", "epoch");
        put(summary, "train_loss", "loss");
        put(summary, "validation_loss", "validation_loss");
        put(summary, "tokens", "tokens");
        return summary.put("seconds", seconds);
    }

    private void put(ObjectNode summary, String name, String metric) {
        if (metrics.containsKey(metric)) {
            summary.put(name, metrics.get(metric));
        }
    }

    private void put(String name, double value) {
        if (Double.isFinite(value)) {
            metrics.put(name, value);
        }
    }
}
