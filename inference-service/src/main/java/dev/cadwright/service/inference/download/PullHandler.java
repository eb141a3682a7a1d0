package dev.cadwright.service.inference.download;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.ModelReference;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.describe.ModelDescription;
import dev.cadwright.hub.pull.ModelPull;
import dev.cadwright.hub.pull.PullRequest;
import dev.cadwright.hub.pull.PulledModel;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.SingleUnitHandler;
import dev.cadwright.jobs.UnitContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Pulls a model into the cache of this machine and from there into the artifact store, where every service finds it. An
 * attempt after a crash fetches what is missing.
 */
@ApplicationScoped
class PullHandler implements SingleUnitHandler {
    /** Names of files that a model in the artifact store may have: it is a flat folder. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    /** The output of {@code model.pull}. */
    record Output(
            ModelReference model,
            String repository,
            String revision,
            String commit,
            Optional<String> licence,
            Optional<String> family,
            Optional<String> base,
            long parameters,
            long bytes) {}

    private final ArtifactStore artifacts;
    private final DownloadTable table;
    private final HubSource hub;

    PullHandler(ArtifactStore artifacts, DownloadTable table, HubSource hub) {
        this.artifacts = artifacts;
        this.table = table;
        this.hub = hub;
    }

    @Override
    public String kind() {
        return JobKinds.MODEL_PULL;
    }

    @Override
    public JsonNode work(UnitContext unit) throws InterruptedException {
        PullInput input = JobInputs.read(unit.input(), PullInput.class);
        HubSettings settings = hub.settings();
        table.begin(unit.jobId(), unit.attempt(), input.address());
        DownloadRecorder recorder = new DownloadRecorder(unit, table);
        PulledModel pulled;
        try {
            pulled = new ModelPull(settings)
                    .run(
                            new PullRequest(input.address(), input.selection(), false),
                            recorder,
                            unit.cancellation()::throwIfRequested);
        } finally {
            recorder.write();
        }
        return JobInputs.write(output(unit, input, pulled));
    }

    private Output output(UnitContext unit, PullInput input, PulledModel pulled) {
        Path folder = pulled.snapshot().folder();
        ModelDescription description = ModelDescription.of(folder);
        ArtifactStore store = unit.guarded(artifacts);
        Map<String, String> files = new TreeMap<>();
        for (String name : pulled.snapshot().files().keySet()) {
            unit.cancellation().throwIfRequested();
            if (PLAIN.matcher(name).matches()) {
                files.put(name, store.put(folder.resolve(name), mediaType(name)).sha256());
            }
        }
        return new Output(
                new ModelReference(input.modelName(), files),
                pulled.snapshot().address().repository(),
                pulled.snapshot().address().revision(),
                pulled.snapshot().commit(),
                pulled.licence(),
                description.family(),
                description.base(),
                description.parameterCount(),
                pulled.bytes());
    }

    private static String mediaType(String name) {
        return name.endsWith(".json") ? "application/json" : "application/octet-stream";
    }
}
