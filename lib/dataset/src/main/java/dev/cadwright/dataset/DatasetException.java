package dev.cadwright.dataset;

/** A dataset cannot be read or built; the code is stable, the message says what is wrong and where. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Code {
        /** A manifest or shard is not in the form that this version reads. */
        DATASET_CORRUPT,
        /** An uploaded folder or archive is refused. */
        INVALID_INPUT,
        /** Reading or writing failed. */
        STORAGE_FAILED
    }

    private final Code code;

    public DatasetException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public DatasetException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
