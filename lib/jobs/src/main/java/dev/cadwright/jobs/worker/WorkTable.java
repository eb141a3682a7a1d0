package dev.cadwright.jobs.worker;

import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code work}. */
final class WorkTable {
    private WorkTable() {}

    /** @param progressInterval how old the last progress event has to be for another one to be due */
    static Optional<WorkRow> lock(Transaction transaction, UUID job, Duration progressInterval) {
        return transaction.first("""
                SELECT id, tenant, kind, priority, trace_id, state, round, seq, max_attempts, cancel_reason,
                    progress::text AS progress, progress_pending,
                    progress_sent_at <= clock_timestamp() - $2::float8 * interval '1 millisecond' AS progress_due
                FROM work WHERE id = $1 FOR UPDATE
                """, WorkTable::row, job, progressInterval);
    }

    private static WorkRow row(Row row) {
        return new WorkRow(
                row.getUUID("id"),
                row.getString("tenant"),
                row.getString("kind"),
                row.getInteger("priority"),
                Optional.ofNullable(row.getString("trace_id")),
                new WorkStatus(
                        JobState.valueOf(row.getString("state")),
                        row.getInteger("round"),
                        row.getLong("seq"),
                        row.getInteger("max_attempts"),
                        Optional.ofNullable(row.getString("cancel_reason"))),
                JsonText.read(row.getString("progress"), Progress.class),
                row.getBoolean("progress_pending"),
                row.getBoolean("progress_due"));
    }

    /** Makes sure that there is a row to lock; true if there was none. */
    static boolean insert(Transaction transaction, JobCommand command) {
        return transaction.update(
                        """
                        INSERT INTO work (id, tenant, kind, priority, state, round, seq, max_attempts, input, progress)
                        VALUES ($1, $2, $3, 0, 'QUEUED', $4, $5, 1, 'null', $6::text::json)
                        ON CONFLICT DO NOTHING
                        """,
                        command.jobId(),
                        command.tenant(),
                        command.kind(),
                        command.round(),
                        command.nextSeq() - 1,
                        JsonText.of(Progress.NONE))
                == 1;
    }

    /** Takes over what a command says about a round. */
    static void begin(Transaction transaction, JobCommand.Run command) {
        transaction.update(
                """
                UPDATE work
                SET priority = $2, deadline = $3, trace_id = $4, input = $5::text::json, progress_pending = false,
                    finished_at = NULL
                WHERE id = $1
                """,
                command.jobId(),
                command.priority(),
                command.deadline().orElse(null),
                command.traceId().orElse(null),
                JsonText.of(command.input()));
    }

    static void write(Transaction transaction, UUID job, WorkStatus status) {
        transaction.update(
                """
                UPDATE work
                SET state = $2, round = $3, seq = $4, max_attempts = $5, cancel_reason = $6,
                    finished_at = CASE WHEN $7 THEN coalesce(finished_at, clock_timestamp()) END
                WHERE id = $1
                """,
                job,
                status.state(),
                status.round(),
                status.seq(),
                status.maxAttempts(),
                status.cancelReason().map(reason -> reason.replace('\0', ' ')).orElse(null),
                status.isFinal());
    }

    static void writeProgress(Transaction transaction, UUID job, Progress progress, boolean sent) {
        transaction.update("""
                UPDATE work
                SET progress = $2::text::json, progress_pending = NOT $3,
                    progress_sent_at = CASE WHEN $3 THEN clock_timestamp() ELSE progress_sent_at END
                WHERE id = $1
                """, job, JsonText.of(progress), sent);
    }

    static List<UUID> late(Transaction transaction, int limit) {
        return transaction.list("""
                SELECT id FROM work
                WHERE state IN ('QUEUED', 'RUNNING') AND cancel_reason IS NULL AND deadline <= clock_timestamp()
                ORDER BY deadline LIMIT $1
                """, row -> row.getUUID("id"), limit);
    }

    static boolean deadlineHasPassed(Transaction transaction, UUID job) {
        return transaction
                .first(
                        "SELECT deadline <= clock_timestamp() FROM work WHERE id = $1",
                        row -> Boolean.TRUE.equals(row.getBoolean(0)),
                        job)
                .orElse(false);
    }
}
