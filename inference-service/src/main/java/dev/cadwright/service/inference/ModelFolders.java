package dev.cadwright.service.inference;

import dev.cadwright.artifacts.ArtifactFolder;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ModelReference;
import dev.cadwright.jobs.JobException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings models to where a process can load them. */
final class ModelFolders {
    private ModelFolders() {}

    /** @param scratch a folder that a checkpoint of the artifact store may be written to */
    static Path folder(ModelReference model, Path builtIn, Path scratch, ArtifactStore store) {
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
