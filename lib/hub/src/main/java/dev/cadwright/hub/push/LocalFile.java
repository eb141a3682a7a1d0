package dev.cadwright.hub.push;

import dev.cadwright.hub.ContentId;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.RepositoryPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A file to push, under the name that it will have. */
record LocalFile(RepositoryPath path, Path file, long size) {
    private static final Set<String> HIDDEN = Set.of(".git", ".cache", "__pycache__");

    /** All files of a folder, sorted; hidden tools' folders and unfinished files stay here. */
    static List<LocalFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new HubException(HubException.Code.INVALID_NAME, folder + " is no folder.");
        }
        List<LocalFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = folder.relativize(file);
                if (isPushed(relative)) {
                    found.add(new LocalFile(
                            new RepositoryPath(relative.toString().replace('\\', '/')), file, Files.size(file)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new HubException(
                    HubException.Code.STORAGE_FAILED, "%s does not read: %s".formatted(folder, e.getMessage()), e);
        }
        if (found.isEmpty()) {
            throw new HubException(HubException.Code.NOTHING_CHOSEN, "There are no files in %s.".formatted(folder));
        }
        return found;
    }

    private static boolean isPushed(Path relative) {
        for (Path part : relative) {
            if (HIDDEN.contains(part.toString())) {
                return false;
            }
        }
        return !relative.toString().endsWith(".incomplete");
    }

    /** The first bytes, by which the hub tells texts from the rest. */
    byte[] sample() throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(512);
        }
    }

    ContentId large() throws IOException {
        return ContentId.large(file);
    }

    byte[] content() throws IOException {
        return Files.readAllBytes(file);
    }
}
