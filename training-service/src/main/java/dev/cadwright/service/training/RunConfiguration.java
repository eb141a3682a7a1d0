package dev.cadwright.service.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the configuration file of a training process. */
final class RunConfiguration {
    private static final List<String> LENGTHS = List.of("num_epochs", "max_steps", "max_minutes");

    private RunConfiguration() {}

    /** @param validated whether there is a folder of validation data */
    static Path write(FinetuneInput input, RunFolder run, Path model, boolean validated, int threads)
            throws IOException {
        ObjectNode root = ContractJson.mapper().createObjectNode();
        root.put("base_model", model.toAbsolutePath().toString());
        root.put("train_data", run.resolve("train").toAbsolutePath().toString());
        if (validated) {
            root.put("val_data", run.resolve("validation").toAbsolutePath().toString());
        }
        root.set("training", training(input));
        if (input.isLora()) {
            root.set("lora", input.lora().orElseGet(() -> ContractJson.mapper().createObjectNode()));
        }
        root.put("seed", input.seed());
        root.put("precision", "auto");
        root.put("threads", threads);
        Path file = run.resolve("train.json");
        Files.write(file, ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        return file;
    }

    private static ObjectNode training(FinetuneInput input) {
        ObjectNode training = input.training().map(ObjectNode::deepCopy).orElseGet(() -> ContractJson.mapper()
                .createObjectNode());
        if (input.minutes().isPresent()) {
            LENGTHS.forEach(training::remove);
            training.put("max_minutes", input.minutes().get());
        } else if (LENGTHS.stream().noneMatch(training::has)) {
            training.put("num_epochs", 1);
        }
        return training;
    }
}
