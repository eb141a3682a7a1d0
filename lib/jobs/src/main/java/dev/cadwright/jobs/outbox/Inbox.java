package dev.cadwright.jobs.outbox;

import dev.cadwright.jobs.sql.Transaction;
import java.time.Duration;

/** The table of messages taken in. */
public final class Inbox {
    private Inbox() {}

    /** Notes a message in the transaction that acts on it; false if it was noted before. */
    public static boolean note(Transaction transaction, String consumer, String eventId) {
        return transaction.update(
                        "INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                        consumer,
                        eventId)
                == 1;
    }

    /** Forgets messages older than {@code age}, which must exceed what the broker keeps; returns how many. */
    public static int forget(Transaction transaction, Duration age) {
        return transaction.update(
                "DELETE FROM inbox WHERE received_at < clock_timestamp() - $1::float8 * interval '1 millisecond'", age);
    }
}
