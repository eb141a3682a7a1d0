package dev.cadwright.artifacts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Immutable blobs named by their SHA-256. What {@code put} returned is durable and complete; storing the same content
 * again is cheap and returns the same digest. Safe for any number of threads and processes on the same store.
 *
 * <p>All methods throw {@link ArtifactException} with a code.
 */
public interface ArtifactStore {

    /** Stores everything that {@code content} yields; does not close it. Memory use does not depend on the size. */
    ArtifactReference put(InputStream content, String mediaType);

    default ArtifactReference put(byte[] content, String mediaType) {
        return put(new ByteArrayInputStream(content), mediaType);
    }

    /** Stores a copy of a regular file. */
    default ArtifactReference put(Path file, String mediaType) {
        try (InputStream content = Files.newInputStream(file)) {
            return put(content, mediaType);
        } catch (IOException e) {
            throw new ArtifactException(ArtifactException.Code.STORAGE_FAILED, "cannot read " + file, e);
        }
    }

    /** Opens the whole artifact; the caller closes it. */
    InputStream open(String sha256);

    /** Opens {@code length} bytes from {@code offset}, both inside of the artifact; the caller closes it. */
    InputStream open(String sha256, long offset, long length);

    boolean exists(String sha256);

    /** Size in bytes; empty when there is no such artifact. */
    OptionalLong size(String sha256);

    /** The artifact as a file on this machine, to be read only; empty where the store is not a folder. */
    Optional<Path> localPath(String sha256);

    /** Reads the whole artifact again and throws {@code ARTIFACT_CORRUPT} if its digest differs. */
    void verify(String sha256);

    /** The whole artifact in memory, for small ones; throws {@code ARTIFACT_TOO_LARGE} beyond {@code maximum}. */
    default byte[] read(String sha256, int maximum) {
        try (InputStream content = open(sha256)) {
            byte[] bytes = content.readNBytes(maximum);
            if (content.read() >= 0) {
                throw new ArtifactException(
                        ArtifactException.Code.ARTIFACT_TOO_LARGE, sha256 + " has more than " + maximum + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new ArtifactException(ArtifactException.Code.STORAGE_FAILED, "cannot read " + sha256, e);
        }
    }
}
