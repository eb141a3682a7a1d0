package dev.cadwright.dataset;

import dev.cadwright.contracts.ClassifiedFailure;
import dev.cadwright.contracts.JobError;
import java.util.Locale;

/** A dataset cannot be read or built; the code is stable, the message says what is wrong and where. */
public final class DatasetException extends RuntimeException implements ClassifiedFailure {
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

    @Override
    public JobError error() {
        String word = code.name().toLowerCase(Locale.ROOT);
        return switch (code) {
            case DATASET_CORRUPT, INVALID_INPUT -> JobError.permanent(word, getMessage());
            case STORAGE_FAILED -> JobError.temporary(word, getMessage());
        };
    }
}
