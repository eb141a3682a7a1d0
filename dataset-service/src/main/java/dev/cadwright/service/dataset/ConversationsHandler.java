package dev.cadwright.service.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.conversation.ConversationSet;
import dev.cadwright.dataset.manifest.ViewsManifest;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.SingleUnitHandler;
import dev.cadwright.jobs.UnitContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the conversations of a dataset's training and validation splits. */
@ApplicationScoped
class ConversationsHandler implements SingleUnitHandler {
    /** The input of {@code dataset.conversations}. */
    record Input(String dataset, Optional<String> views, Optional<Long> seed) {
        Input {
            if (dataset == null) {
                throw new IllegalArgumentException("dataset is missing: the SHA-256 of a dataset's manifest");
            }
            views = views == null ? Optional.empty() : views;
            seed = seed == null ? Optional.empty() : seed;
        }
    }

    /** The output of {@code dataset.conversations}; the last two say how {@code count} is divided. */
    record Output(String train, String validation, int count, int trainCount, int validationCount) {}

    private record Written(String sha256, int count) {}

    private final ArtifactStore artifacts;

    ConversationsHandler(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public String kind() {
        return JobKinds.DATASET_CONVERSATIONS;
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException {
        Input input = JobInputs.read(unit.input(), Input.class);
        Dataset dataset = Dataset.open(input.dataset(), artifacts);
        Optional<ViewsManifest> views = input.views().map(sha -> ViewsManifest.open(sha, artifacts));
        ConversationSet conversations =
                new ConversationSet(dataset, views, input.seed().orElse(0L));
        Written train = write(unit, Split.TRAIN, conversations);
        Written validation = write(unit, Split.VALIDATION, conversations);
        return JobInputs.write(new Output(
                train.sha256(),
                validation.sha256(),
                train.count() + validation.count(),
                train.count(),
                validation.count()));
    }

    private Written write(UnitContext unit, Split split, ConversationSet conversations) throws IOException {
        Path file = Files.createTempFile("conversations", ".json");
        try {
            int count = conversations.write(split, Files.newOutputStream(file), unit.cancellation()::throwIfRequested);
            unit.progress(Progress.of(split == Split.TRAIN ? 0 : 1, 1, split.text() + " conversations written"));
            return new Written(
                    unit.guarded(artifacts).put(file, "application/json").sha256(), count);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
