package dev.cadwright.artifacts;

import java.util.Objects;

/**
 * Names one stored blob.
 *
 * @param sha256 digest of the content: 64 lower-case hexadecimal digits
 * @param size bytes, at least 0
 * @param mediaType what the content is, as {@code application/json}; not part of the identity
 */
public record ArtifactReference(String sha256, long size, String mediaType) {
    public ArtifactReference {
        Sha256.requireValid(sha256);
        Objects.requireNonNull(mediaType, "mediaType");
        if (size < 0) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
    }
}
