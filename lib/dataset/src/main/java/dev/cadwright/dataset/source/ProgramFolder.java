package dev.cadwright.dataset.source;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.kernel.openscad.ScadFiles;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The files of an uploaded zip that somebody may want, sorted by their paths. Hidden ones are passed over. */
public final class ProgramFolder implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("(.*/)?(\\.|__MACOSX/).*");

    private final ArchiveFolder archive;
    private final List<String> names;

    private ProgramFolder(ArchiveFolder archive, List<String> names) {
        this.archive = archive;
        this.names = names;
    }

    /**
     * @param wanted tells by a path whether it is one of the folder's files
     * @throws dev.cadwright.dataset.DatasetException if the artifact is not a zip, or one with refused names
     */
    public static ProgramFolder open(String sha256, Predicate<String> wanted, ArtifactStore store) {
        ArchiveFolder archive = ArchiveFolder.open(sha256, store);
        return new ProgramFolder(
                archive,
                archive.names().stream()
                        .filter(wanted)
                        .filter(name -> !HIDDEN.matcher(name).matches())
                        .toList());
    }

    public List<String> names() {
        return names;
    }

    /**
     * @param name one of the names
     * @throws dev.cadwright.dataset.DatasetException if the file is damaged or too large
     */
    public byte[] read(String name) throws IOException {
        return archive.read(name);
    }

    /** All files of the zip, for what programs include. */
    public ScadFiles.Folder files() {
        return path -> Collections.binarySearch(archive.names(), path) >= 0
                ? Optional.of(archive.read(path))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
