package dev.cadwright.jobs.gateway;

/**
 * Replays answers of requests that do not submit jobs, as uploads. (For jobs, give the key with the
 * {@link Submission}: then key and jobs are one transaction.) Keys are kept for 24 hours. Methods block.
 */
public interface IdempotencyStore {
    /**
     * What to do with a request.
     */
    sealed interface Start {
        /** Process it, then call {@link #finish} or {@link #abandon}. */
        record Process() implements Start {}

        /** Answer this again. */
        record Replay(Answer answer) implements Start {}

        /** The key was used for another request. Answer 422. */
        record KeyReused() implements Start {}

        /** The same request is being processed. Answer 409. */
        record KeyInFlight() implements Start {}
    }

    /**
     * An answer to keep.
     *
     * @param location the {@code Location} header; may be empty
     */
    record Answer(int status, String mediaType, String location, String body) {}

    /** Claims the key; a request that never finishes gives it free after ten minutes. */
    Start start(String tenant, IdempotencyKey key);

    void finish(String tenant, IdempotencyKey key, Answer answer);

    /** Gives the key free, because the request failed without effect. */
    void abandon(String tenant, IdempotencyKey key);
}
