package dev.cadwright.contracts;

/** Implemented by exceptions of the libraries that know what a job which meets them should do. */
public interface ClassifiedFailure {
    /** Code, message and classification for the job's record. */
    JobError error();
}
