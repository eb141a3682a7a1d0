package dev.cadwright.jobs.outbox;

/** Where messages go. */
public interface Transport extends AutoCloseable {
    /**
     * Sends one message and waits until the destination has it durably; always returns within a few seconds. Called
     * from several threads.
     *
     * @throws RefusedException if the destination works but does not take this message
     * @throws UnavailableException if the destination cannot be reached in time
     */
    void send(OutboxMessage message);

    @Override
    void close();

    /** The destination does not take this message. */
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The destination cannot be reached. */
    final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
