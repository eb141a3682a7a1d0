package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.JobEvent;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code job_event}, the history, and {@code held_event}, what came too early. */
final class EventTable {
    private EventTable() {}

    static void append(Transaction transaction, JobEvent event) {
        transaction.update(
                "INSERT INTO job_event (job_id, seq, event) VALUES ($1, $2, $3::text::json)",
                event.jobId(),
                event.seq(),
                JsonText.of(event));
    }

    static List<JobEvent> list(Transaction transaction, String tenant, UUID job, long afterSeq, int limit) {
        return transaction.list(
                """
                SELECT e.event::text AS event FROM job_event e JOIN job j ON j.id = e.job_id
                WHERE j.tenant = $1 AND e.job_id = $2 AND e.seq > $3 ORDER BY e.seq LIMIT $4
                """, row -> JsonText.read(row.getString("event"), JobEvent.class), tenant, job, afterSeq, limit);
    }

    static void hold(Transaction transaction, JobEvent event) {
        transaction.update(
                "INSERT INTO held_event (job_id, seq, event) VALUES ($1, $2, $3::text::json) ON CONFLICT DO NOTHING",
                event.jobId(),
                event.seq(),
                JsonText.of(event));
    }

    /** Takes one held event out. */
    static Optional<JobEvent> release(Transaction transaction, UUID job, long seq) {
        return transaction.first(
                "DELETE FROM held_event WHERE job_id = $1 AND seq = $2 RETURNING event::text AS event",
                row -> JsonText.read(row.getString("event"), JobEvent.class),
                job,
                seq);
    }
}
