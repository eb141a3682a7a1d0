package dev.cadwright.hub;

import dev.cadwright.contracts.ClassifiedFailure;
import dev.cadwright.contracts.JobError;
import java.util.Locale;

/** A hub, or the cache of what it has, did not give what was asked: a code for programs and a sentence on what to do. */
public final class HubException extends RuntimeException implements ClassifiedFailure {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Code {
        /** A setting, or the name of a repository, revision or file does not have the form of one. */
        INVALID_NAME(JobError.Classification.PERMANENT),
        /** No such repository, or a private one that the token does not open. */
        REPOSITORY_NOT_FOUND(JobError.Classification.PERMANENT),
        REVISION_NOT_FOUND(JobError.Classification.PERMANENT),
        FILE_NOT_FOUND(JobError.Classification.PERMANENT),
        /** The repository's terms have to be accepted first. */
        GATED_REPOSITORY(JobError.Classification.PERMANENT),
        /** The token is wrong, or may not do this. */
        NOT_AUTHORIZED(JobError.Classification.PERMANENT),
        /** Nothing may be asked of a hub, and the cache does not have it. */
        OFFLINE(JobError.Classification.PERMANENT),
        /** The hub or its storage could not be reached, or broke off again and again. */
        UNREACHABLE(JobError.Classification.TRANSIENT),
        /** The hub asks to come back later than we wait. */
        RATE_LIMITED(JobError.Classification.TRANSIENT),
        /** An answer that is not of the hub's protocol. */
        BAD_ANSWER(JobError.Classification.PERMANENT),
        /** A name, an address or an amount that no honest hub would send. */
        UNSAFE_ANSWER(JobError.Classification.PERMANENT),
        /** A file is longer or shorter than the hub said. */
        SIZE_MISMATCH(JobError.Classification.PERMANENT),
        /** The bytes that came are not those that the hub's checksum names. */
        CHECKSUM_MISMATCH(JobError.Classification.TRANSIENT),
        /** The repository has weights, but only as pickles or for other frameworks. */
        NO_SAFETENSORS(JobError.Classification.PERMANENT),
        /** Nothing of the repository is chosen by the patterns. */
        NOTHING_CHOSEN(JobError.Classification.PERMANENT),
        STORAGE_FULL(JobError.Classification.TRANSIENT),
        STORAGE_FAILED(JobError.Classification.TRANSIENT),
        /** It is there already, or has changed meanwhile. */
        CONFLICT(JobError.Classification.PERMANENT),
        /** The hub refuses what was pushed. */
        REFUSED(JobError.Classification.PERMANENT);

        private final JobError.Classification classification;

        Code(JobError.Classification classification) {
            this.classification = classification;
        }

        /** The word used in errors of jobs and of the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Code code;

    public HubException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public HubException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    @Override
    public JobError error() {
        return new JobError(code.word(), getMessage(), code.classification);
    }
}
