package dev.cadwright.service.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.export.Conversed;
import dev.cadwright.dataset.export.ExportFolder;
import dev.cadwright.dataset.export.TinyLlavaExport;
import dev.cadwright.dataset.manifest.ViewsManifest;
import dev.cadwright.dataset.shard.DeterministicZip;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.SingleUnitHandler;
import dev.cadwright.jobs.UnitContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Packs a dataset into a zip of the folder that TinyLLaVA fine-tuning reads. */
@ApplicationScoped
class ExportHandler implements SingleUnitHandler {
    /** The input of {@code dataset.export}. */
    record Input(String dataset, Optional<String> views, Optional<Shas> conversations, String name) {
        /** Artifacts of {@code dataset.conversations}. */
        record Shas(String train, String validation) {}

        Input {
            if (dataset == null) {
                throw new IllegalArgumentException("dataset is missing: the SHA-256 of a dataset's manifest");
            }
            if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
                throw new IllegalArgumentException("name is not the name of a folder: " + name);
            }
            views = views == null ? Optional.empty() : views;
            conversations = conversations == null ? Optional.empty() : conversations;
        }
    }

    /** The output of {@code dataset.export}. */
    record Output(String archive, long bytes) {}

    private final ArtifactStore artifacts;

    ExportHandler(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public String kind() {
        return JobKinds.DATASET_EXPORT;
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException {
        Input input = JobInputs.read(unit.input(), Input.class);
        Dataset dataset = Dataset.open(input.dataset(), artifacts);
        Optional<ViewsManifest> views = input.views().map(sha -> ViewsManifest.open(sha, artifacts));
        TinyLlavaExport export = new TinyLlavaExport(dataset, artifacts, input.name(), views);
        Path file = Files.createTempFile("export", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(file);
                    DeterministicZip zip = new DeterministicZip(out)) {
                ExportFolder archive = ExportFolder.in(zip, input.name());
                ExportFolder folder = (path, content) -> {
                    unit.cancellation().throwIfRequested();
                    archive.add(path, content);
                };
                export.write(
                        folder,
                        conversed(input.conversations().map(Input.Shas::train)),
                        conversed(input.conversations().map(Input.Shas::validation)));
            }
            ArtifactReference reference = unit.guarded(artifacts).put(file, "application/zip");
            return JobInputs.write(new Output(reference.sha256(), reference.size()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Conversed conversed(Optional<String> sha256) throws IOException {
        return sha256.isPresent() ? Conversed.stored(sha256.get(), artifacts) : Conversed.NONE;
    }
}
