package dev.cadwright.dataset.folder;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.UnitLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A dataset in a folder: {@code dataset.json} names the artifacts, {@code artifacts/} holds them, {@code units/} what a
 * build has finished. See {@code docs/formats/dataset.md}.
 */
public final class DatasetFolder {
    private static final String CONTENTS = "dataset.json";

    private final Path folder;
    private final ArtifactStore store;

    private DatasetFolder(Path folder) {
        this.folder = folder;
        this.store = new FolderArtifactStore(folder.resolve("artifacts"));
    }

    /** Whether a finished dataset is there. */
    public static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve(CONTENTS));
    }

    /** The folder, made where it is not there; it may hold what an earlier build has begun. */
    public static DatasetFolder create(Path folder) {
        return new DatasetFolder(folder);
    }

    /** @throws DatasetException {@code INVALID_INPUT} if no finished dataset is there */
    public static DatasetFolder open(Path folder) {
        if (!isThere(folder)) {
            throw new DatasetException(
                    DatasetException.Code.INVALID_INPUT, folder + " is no dataset: there is no " + CONTENTS);
        }
        return new DatasetFolder(folder);
    }

    public ArtifactStore store() {
        return store;
    }

    /** The units that builds into this folder have finished. */
    public UnitLedger units() {
        return new UnitLedger(folder.resolve("units"), store);
    }

    /** @throws DatasetException {@code DATASET_CORRUPT} if the file does not read */
    public FolderContents contents() {
        Path file = folder.resolve(CONTENTS);
        try {
            return DatasetJson.mapper().readValue(file.toFile(), FolderContents.class);
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.DATASET_CORRUPT, file + " does not read", e);
        }
    }

    public Dataset dataset() {
        return Dataset.open(contents().manifest(), store);
    }

    /** Says which artifacts count; a reader sees the old contents or the new ones. */
    public void save(FolderContents contents) {
        try {
            Path temporary = folder.resolve(".dataset-" + UUID.randomUUID() + ".part");
            try {
                DatasetJson.mapper().writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), contents);
                Files.move(
                        temporary,
                        folder.resolve(CONTENTS),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.STORAGE_FAILED, "cannot write into " + folder, e);
        }
    }
}
