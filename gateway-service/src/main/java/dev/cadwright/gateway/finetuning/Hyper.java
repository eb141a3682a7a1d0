package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.gateway.kind.TrainingSettings;
import dev.cadwright.gateway.problem.Fault;
import dev.cadwright.gateway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins OpenAI's hyperparameters with the settings of the training YAML into the latter. */
final class Hyper {
    /** The learning rate that a multiplier of 1 stands for: the trainer's own. */
    static final double RATE = 3e-4;

    private final List<Fault> faults = new ArrayList<>();

    private Hyper() {}

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
        var epochs = number(open.epochs(), "n_epochs", false);
        var batch = number(open.batchSize(), "batch_size", true).map(Double::intValue);
        var learningRate =
                number(open.multiplier(), "learning_rate_multiplier", false).map(factor -> factor * RATE);
        var settings = given.with(
                one(epochs, given.epochs(), "n_epochs", "num_epochs"),
                one(batch, given.batchSize(), "batch_size", "per_device_batch_size"),
                one(learningRate, given.learningRate(), "learning_rate_multiplier", "learning_rate"));
        if (request.minutes() != null && (settings.epochs() != null || settings.maxSteps() != null)) {
            faults.add(new Fault(
                    "/minutes",
                    "said_twice",
                    "Epochs or steps say how long to train, too.",
                    "Give one of minutes, num_epochs and max_steps."));
        }
        return settings;
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
