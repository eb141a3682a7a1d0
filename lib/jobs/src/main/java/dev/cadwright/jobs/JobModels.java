package dev.cadwright.jobs;

import dev.cadwright.artifacts.ArtifactFolder;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ModelReference;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings the models that jobs name to where a process can load them. */
public final class JobModels {
    private JobModels() {}

    /**
     * The folder of a model's files.
     *
     * @param builtIn the folder of the models that came with this installation
     * @param scratch a folder that a checkpoint of the artifact store may be written to
     * @throws JobException permanent, {@code unknown_model}, if no built-in model has that name
     */
    public static Path folder(ModelReference model, Path builtIn, Path scratch, ArtifactStore store) {
        if (!model.isBuiltIn()) {
            ArtifactFolder.restore(model.files(), scratch, store);
            return scratch;
        }
        Path folder = builtIn.resolve(model.name());
        if (!Files.isDirectory(folder)) {
            throw JobException.permanent("unknown_model", "there is no built-in model " + model.name());
        }
        return folder;
    }
}
