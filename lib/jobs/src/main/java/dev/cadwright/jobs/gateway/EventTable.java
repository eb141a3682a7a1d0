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
                "INSERT INTO job_event (job_id, seq, tenant, event) VALUES ($1, $2, $3, $4::text::json)",
                event.jobId(),
                event.seq(),
                event.tenant(),
                JsonText.of(event));
    }

    static List<JobEvent> list(Transaction transaction, String tenant, UUID job, long afterSeq, int limit) {
        return transaction.list(
                """
                SELECT event::text AS event FROM job_event
                WHERE tenant = $1 AND job_id = $2 AND seq > $3 ORDER BY seq LIMIT $4
                """, row -> JsonText.read(row.getString("event"), JobEvent.class), tenant, job, afterSeq, limit);
    }

    static void hold(Transaction transaction, JobEvent event) {
        transaction.update("""
                INSERT INTO held_event (job_id, seq, tenant, event) VALUES ($1, $2, $3, $4::text::json)
                ON CONFLICT DO NOTHING
                """, event.jobId(), event.seq(), event.tenant(), JsonText.of(event));
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
