package dev.cadwright.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A flat folder of files, such as a model's, kept as one artifact a file. */
public final class ArtifactFolder {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private ArtifactFolder() {}

    /**
     * Stores every regular file of a folder; folders inside of it are left out.
     *
     * @return SHA-256 by file name
     * @throws ArtifactException if the folder cannot be read, or a name is not plain
     */
    public static SortedMap<String, String> store(Path folder, ArtifactStore store) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                requirePlain(name);
                files.put(name, store.put(file, mediaType(name)).sha256());
            }
        } catch (IOException e) {
            throw new ArtifactException(ArtifactException.Code.STORAGE_FAILED, "cannot read " + folder, e);
        }
        return files;
    }

    /**
     * Writes the files into a folder, made if need be; files of these names are replaced.
     *
     * @throws ArtifactException if a name is not plain or an artifact cannot be read
     */
    public static void restore(Map<String, String> files, Path folder, ArtifactStore store) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                requirePlain(file.getKey());
                Path target = folder.resolve(file.getKey());
                Files.deleteIfExists(target);
                restore(file.getValue(), target, store);
            }
        } catch (IOException e) {
            throw new ArtifactException(ArtifactException.Code.STORAGE_FAILED, "cannot write " + folder, e);
        }
    }

    private static void restore(String sha256, Path target, ArtifactStore store) throws IOException {
        try (InputStream content = store.open(sha256)) {
            Files.copy(content, target);
        }
    }

    private static void requirePlain(String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new ArtifactException(ArtifactException.Code.STORAGE_FAILED, "not a plain file name: " + name);
        }
    }

    private static String mediaType(String name) {
        if (name.endsWith(".json")) {
            return "application/json";
        }
        return name.endsWith(".jsonl") ? "application/jsonl" : "application/octet-stream";
    }
}
