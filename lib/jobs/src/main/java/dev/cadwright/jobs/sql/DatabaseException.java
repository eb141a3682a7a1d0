package dev.cadwright.jobs.sql;

/** The database could not be reached in time or refused a statement; the transaction has been rolled back. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
