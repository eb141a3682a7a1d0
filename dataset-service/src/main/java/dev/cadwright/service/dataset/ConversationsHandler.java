package dev.cadwright.service.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.conversation.ConversationWriter;
import dev.cadwright.dataset.conversation.Conversations;
import dev.cadwright.dataset.manifest.ViewsManifest;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.UnitContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes the conversations of a dataset's training and validation splits. */
@ApplicationScoped
class ConversationsHandler implements JobHandler {
    private static final List<String> STANDARD_VIEWS = List.of("front", "top", "right");

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
    public Plan plan(JobContext job) {
        return Plan.single(NullNode.getInstance(), 1);
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException {
        Input input = JobInputs.read(unit.input(), Input.class);
        Dataset dataset = Dataset.open(input.dataset(), artifacts);
        Optional<ViewsManifest> views = input.views().map(sha -> ViewsManifest.open(sha, artifacts));
        List<String> names = views.map(ViewsManifest::views).orElse(STANDARD_VIEWS);
        BiFunction<String, String, String> imageName = (sample, view) ->
                views.map(found -> found.imageName(sample, view)).orElse(sample + "_" + view + ".png");
        Conversations conversations = new Conversations(input.seed().orElse(0L));
        Written train = write(unit, dataset, Split.TRAIN, conversations, names, imageName);
        Written validation = write(unit, dataset, Split.VALIDATION, conversations, names, imageName);
        return JobInputs.write(new Output(
                train.sha256(),
                validation.sha256(),
                train.count() + validation.count(),
                train.count(),
                validation.count()));
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) {
        return results.getFirst();
    }

    private Written write(
            UnitContext unit,
            Dataset dataset,
            Split split,
            Conversations conversations,
            List<String> views,
            BiFunction<String, String, String> imageName)
            throws IOException {
        Path file = Files.createTempFile("conversations", ".json");
        try {
            int count;
            try (OutputStream out = Files.newOutputStream(file);
                    ConversationWriter writer = new ConversationWriter(out)) {
                dataset.each(split, Integer.MAX_VALUE, sample -> {
                    unit.cancellation().throwIfRequested();
                    try {
                        writer.write(conversations.of(sample, views, view -> imageName.apply(sample.id(), view)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                count = writer.count();
            }
            unit.progress(Progress.of(split == Split.TRAIN ? 0 : 1, 1, split.text() + " conversations written"));
            return new Written(
                    unit.guarded(artifacts).put(file, "application/json").sha256(), count);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
