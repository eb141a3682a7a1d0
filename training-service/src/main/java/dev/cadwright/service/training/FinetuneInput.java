package dev.cadwright.service.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.ModelReference;
import java.util.Optional;
import java.util.UUID;

/**
 * The input of {@code training.finetune}, see {@code docs/jobs-kinds.md}.
 *
 * @param training keys of the training configuration
 * @param lora keys of its section for low-rank adaptation
 */
record FinetuneInput(
        String dataset,
        Optional<String> validationDataset,
        ModelReference model,
        String method,
        Optional<ObjectNode> training,
        Optional<ObjectNode> lora,
        Long seed,
        Optional<Double> minutes,
        Optional<String> outputName) {
    FinetuneInput {
        if (dataset == null || model == null) {
            throw new IllegalArgumentException("dataset and model are needed");
        }
        validationDataset = validationDataset == null ? Optional.empty() : validationDataset;
        method = method == null ? "full" : method;
        training = training == null ? Optional.empty() : training;
        lora = lora == null ? Optional.empty() : lora;
        seed = seed == null ? 0 : seed;
        minutes = minutes == null ? Optional.empty() : minutes;
        outputName = outputName == null ? Optional.empty() : outputName;
        if (!method.equals("full") && !method.equals("lora")) {
            throw new IllegalArgumentException("method is full or lora, not " + method);
        }
        if (minutes.isPresent() && !(minutes.get() > 0 && minutes.get() <= 60 * 24 * 365)) {
            throw new IllegalArgumentException("minutes is above 0 and at most a year, not " + minutes.get());
        }
    }

    boolean isLora() {
        return method.equals("lora");
    }

    /** What the trained model is called. */
    String resultName(UUID job) {
        return outputName.orElseGet(
                () -> model.name() + "-" + job.toString().replace("-", "").substring(24));
    }
}
