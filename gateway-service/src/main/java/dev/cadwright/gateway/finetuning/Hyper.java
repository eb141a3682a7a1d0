package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.gateway.kind.Method;
import dev.cadwright.gateway.kind.TrainingSettings;
import dev.cadwright.gateway.problem.Fault;
import dev.cadwright.gateway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins OpenAI's hyperparameters with the settings of the training YAML into the latter. */
final class Hyper {
    private static final double FULL_RATE = 3e-4;
    private static final double LORA_RATE = 4e-4;

    private final List<Fault> faults = new ArrayList<>();

    private Hyper() {}

    /** The learning rate that a multiplier of 1 stands for. */
    static double rate(String method) {
        return method.equals(Method.LORA.wire()) ? LORA_RATE : FULL_RATE;
    }

    /** The settings to train with; a thing that is said twice is refused. */
    static TrainingSettings settings(FineTuningRequest request) {
        var hyper = new Hyper();
        var settings = hyper.join(request);
        if (!hyper.faults.isEmpty()) {
            throw ProblemException.invalid(hyper.faults);
        }
        return settings;
    }

    private TrainingSettings join(FineTuningRequest request) {
        var given = request.training() == null ? TrainingSettings.DEFAULTS : request.training();
        var open =
                request.hyperparameters() == null ? FineTuningRequest.Hyperparameters.AUTO : request.hyperparameters();
        double rate = rate(request.method() == null ? "" : request.method().wire());
        var epochs = number(open.epochs(), "n_epochs", false);
        var batch = number(open.batchSize(), "batch_size", true).map(Double::intValue);
        var learningRate =
                number(open.multiplier(), "learning_rate_multiplier", false).map(factor -> factor * rate);
        return new TrainingSettings(
                one(epochs, given.epochs(), "n_epochs", "num_epochs"),
                given.maxSteps(),
                one(batch, given.batchSize(), "batch_size", "per_device_batch_size"),
                given.accumulation(),
                one(learningRate, given.learningRate(), "learning_rate_multiplier", "learning_rate"),
                given.scheduler(),
                given.warmup(),
                given.weightDecay(),
                given.clipping(),
                given.checkpointing(),
                given.loggingSteps(),
                given.saveSteps(),
                given.evaluationSteps(),
                given.saved());
    }

    private Optional<Double> number(JsonNode value, String name, boolean whole) {
        if (value == null
                || value.isNull()
                || value.isTextual() && value.textValue().equals("auto")) {
            return Optional.empty();
        }
        if (!value.isNumber() || !(value.doubleValue() > 0) || whole && !value.canConvertToExactIntegral()) {
            faults.add(new Fault(
                    "/hyperparameters/" + name,
                    "wrong_type",
                    "Expected \"auto\" or a positive %snumber.".formatted(whole ? "whole " : "")));
            return Optional.empty();
        }
        return Optional.of(value.doubleValue());
    }

    private <T> T one(Optional<T> open, T own, String openName, String ownName) {
        if (open.isPresent() && own != null) {
            faults.add(new Fault(
                    "/hyperparameters/" + openName,
                    "said_twice",
                    "training.%s says the same thing.".formatted(ownName),
                    "Give one of the two."));
        }
        return open.orElse(own);
    }
}
