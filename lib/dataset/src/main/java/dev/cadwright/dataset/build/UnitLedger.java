package dev.cadwright.dataset.build;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.Sha256;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.DatasetJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The finished units of builds, in a folder, so that a build that was stopped goes on where it was. Each is kept under
 * the digest of what was to be built: another specification finds nothing.
 */
public final class UnitLedger {
    private final Path folder;
    private final ArtifactStore store;

    /** @param store where the units' shards are */
    public UnitLedger(Path folder, ArtifactStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** A unit with what became of its shapes. */
    record Entry(UnitResult result, List<ShapeOutcome> outcomes) {}

    /** Empty if the unit is not finished, what was kept of it does not read, or its shard is gone or damaged. */
    Optional<Entry> find(BuildSpecification build, UnitRange range) {
        Path file = file(build, range);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Entry entry = DatasetJson.mapper().readValue(file.toFile(), Entry.class);
            return Optional.of(entry).filter(this::isWhole);
        } catch (IOException | IllegalArgumentException e) {
            // Whatever wrote it, it is no entry of this version: the unit is built again.
            return Optional.empty();
        }
    }

    void keep(BuildSpecification build, UnitRange range, Entry entry) {
        Path file = file(build, range);
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, ".unit-", ".part");
            try {
                DatasetJson.mapper().writeValue(temporary.toFile(), entry);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.STORAGE_FAILED, "cannot keep " + file, e);
        }
    }

    private boolean isWhole(Entry entry) {
        if (entry.result() == null || entry.outcomes() == null) {
            return false;
        }
        return entry.result()
                .shard()
                .map(shard ->
                        store.size(shard).equals(OptionalLong.of(entry.result().bytes())))
                .orElse(true);
    }

    private Path file(BuildSpecification build, UnitRange range) {
        try {
            String key = Sha256.of(DatasetJson.mapper().writeValueAsBytes(build));
            return folder.resolve("%s-%d-%07d.json".formatted(key.substring(0, 16), range.source(), range.from()));
        } catch (IOException e) {
            throw new IllegalStateException("a specification always writes", e);
        }
    }
}
