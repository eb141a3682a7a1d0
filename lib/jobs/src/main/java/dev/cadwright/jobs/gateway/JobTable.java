package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code job}. */
final class JobTable {
    private static final String COLUMNS = """
            id, tenant, kind, state, priority, after_jobs, input::text AS input, max_attempts, deadline,
            labels::text AS labels, trace_id, round, seq, handover_seq, retries, cancel_requested_at,
            progress::text AS progress, output::text AS output, error::text AS error,
            created_at, started_at, finished_at, updated_at
            """;

    private JobTable() {}

    /** False if there is a job with this id. */
    static boolean insert(Transaction transaction, JobRow row) {
        JobRow.Request request = row.request;
        return transaction.update(
                        """
                        INSERT INTO job (id, tenant, kind, state, priority, after_jobs, input, max_attempts, deadline,
                            labels, trace_id, round, seq, progress, created_at, updated_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7::text::json, $8, $9,
                            $10::text::jsonb, $11, $12, $13, $14::text::json, $15, $15)
                        ON CONFLICT DO NOTHING
                        """,
                        request.id(),
                        request.tenant(),
                        request.kind(),
                        row.state,
                        request.priority(),
                        request.after().toArray(UUID[]::new),
                        JsonText.of(request.input()),
                        request.maxAttempts(),
                        request.deadline().orElse(null),
                        JsonText.of(request.labels()),
                        request.traceId().orElse(null),
                        row.round,
                        row.seq,
                        JsonText.of(row.progress),
                        request.createdAt())
                == 1;
    }

    /** Writes what changes in the life of a job. */
    static void update(Transaction transaction, JobRow row) {
        transaction.update(
                """
                UPDATE job SET state = $2, round = $3, seq = $4, handover_seq = $5, retries = $6,
                    cancel_requested_at = $7, progress = $8::text::json, output = $9::text::json,
                    error = $10::text::json, started_at = $11, finished_at = $12, updated_at = $13
                WHERE id = $1
                """,
                row.id(),
                row.state,
                row.round,
                row.seq,
                row.handoverSeq,
                row.retries,
                row.cancelRequestedAt,
                JsonText.of(row.progress),
                JsonText.ofOptional(Optional.ofNullable(row.output)),
                JsonText.ofOptional(Optional.ofNullable(row.error)),
                row.startedAt,
                row.finishedAt,
                row.updatedAt);
    }

    static Optional<JobRow> find(Transaction transaction, String tenant, UUID id) {
        return transaction.first(
                "SELECT " + COLUMNS + " FROM job WHERE tenant = $1 AND id = $2", JobTable::row, tenant, id);
    }

    static Optional<JobRow> lock(Transaction transaction, UUID id) {
        return transaction.first("SELECT " + COLUMNS + " FROM job WHERE id = $1 FOR UPDATE", JobTable::row, id);
    }

    static List<JobRow> findAll(Transaction transaction, List<UUID> ids) {
        return transaction.list(
                "SELECT " + COLUMNS + " FROM job WHERE id = ANY($1)", JobTable::row, (Object) ids.toArray(UUID[]::new));
    }

    /**
     * Keeps jobs from changing until the transaction ends, parents first: a job is newer than what it waits for, and
     * ids increase with time.
     */
    static List<UUID> share(Transaction transaction, String tenant, List<UUID> ids) {
        return transaction.list(
                "SELECT id FROM job WHERE tenant = $1 AND id = ANY($2) ORDER BY id FOR SHARE",
                row -> row.getUUID("id"),
                tenant,
                ids.toArray(UUID[]::new));
    }

    static List<JobRow> list(
            Transaction transaction, String tenant, JobFilter filter, Optional<UUID> before, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(tenant));
        StringBuilder where = new StringBuilder("tenant = $1");
        before.ifPresent(id -> where.append(" AND id < $").append(add(parameters, id)));
        if (!filter.kinds().isEmpty()) {
            where.append(" AND kind = ANY($")
                    .append(add(parameters, filter.kinds().toArray(String[]::new)))
                    .append(")");
        }
        filter.state().ifPresent(state -> where.append(" AND state = $").append(add(parameters, state)));
        if (!filter.labels().isEmpty()) {
            where.append(" AND labels @> $")
                    .append(add(parameters, JsonText.of(filter.labels())))
                    .append("::text::jsonb");
        }
        String sql = "SELECT %s FROM job WHERE %s ORDER BY id DESC LIMIT $%d"
                .formatted(COLUMNS, where, add(parameters, limit));
        return transaction.list(sql, JobTable::row, parameters.toArray());
    }

    private static int add(List<Object> parameters, Object value) {
        parameters.add(value);
        return parameters.size();
    }

    private static JobRow row(Row row) {
        JobRow job = new JobRow(new JobRow.Request(
                row.getUUID("id"),
                row.getString("tenant"),
                row.getString("kind"),
                row.getInteger("priority"),
                List.of(row.getArrayOfUUIDs("after_jobs")),
                JsonText.node(row.getString("input")),
                row.getInteger("max_attempts"),
                Optional.ofNullable(Transaction.instant(row.getOffsetDateTime("deadline"))),
                labels(row.getString("labels")),
                Optional.ofNullable(row.getString("trace_id")),
                Transaction.instant(row.getOffsetDateTime("created_at"))));
        job.state = JobState.valueOf(row.getString("state"));
        job.round = row.getInteger("round");
        job.seq = row.getLong("seq");
        job.handoverSeq = row.getLong("handover_seq");
        job.retries = row.getInteger("retries");
        job.cancelRequestedAt = Transaction.instant(row.getOffsetDateTime("cancel_requested_at"));
        job.progress = JsonText.read(row.getString("progress"), Progress.class);
        job.output =
                Optional.ofNullable(row.getString("output")).map(JsonText::node).orElse(null);
        job.error =
                JsonText.readOptional(row.getString("error"), JobError.class).orElse(null);
        job.startedAt = Transaction.instant(row.getOffsetDateTime("started_at"));
        job.finishedAt = Transaction.instant(row.getOffsetDateTime("finished_at"));
        job.updatedAt = Transaction.instant(row.getOffsetDateTime("updated_at"));
        return job;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        JsonText.node(text)
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }
}
