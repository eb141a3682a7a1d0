package dev.cadwright.artifacts;

import java.util.Locale;

/** An artifact could not be stored or read. */
public final class ArtifactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Code {
        /** Not the form of a SHA-256 digest. */
        INVALID_DIGEST,
        /** No such artifact. */
        ARTIFACT_MISSING,
        /** The stored bytes no longer have the digest that names them. */
        ARTIFACT_CORRUPT,
        /** The requested range lies outside of the artifact. */
        INVALID_RANGE,
        /** More bytes than the store accepts. */
        ARTIFACT_TOO_LARGE,
        /** The disk is full. */
        STORAGE_FULL,
        /** Reading or writing failed otherwise. */
        STORAGE_FAILED;

        /** The word used in errors of jobs and of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Code code;

    public ArtifactException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public ArtifactException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
