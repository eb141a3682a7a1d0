package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The table {@code unit}. */
final class UnitTable {
    /** Whether the attempt ($1, $2) owns its unit now. Every write of an attempt says so. */
    private static final String OWNED =
            "id = $1 AND attempt = $2 AND state = 'RUNNING' AND lease_until > clock_timestamp()";

    private static final String STATUS = "stage, index, state, attempt, failures, done, total";

    /** A unit whose row this transaction holds. */
    record Locked(UnitStatus status, long done, long total) {}

    private UnitTable() {}

    static List<Claim> claim(Transaction transaction, Set<String> kinds, String owner, int limit, Duration lease) {
        return transaction.list("""
                WITH candidate AS (
                    SELECT id FROM unit
                    WHERE state = 'READY' AND not_before <= clock_timestamp() AND kind = ANY($1)
                    ORDER BY priority DESC, job_id, id LIMIT $2
                    FOR UPDATE SKIP LOCKED)
                UPDATE unit u
                SET state = 'RUNNING', attempt = u.attempt + 1, owner = $3,
                    lease_until = clock_timestamp() + $4::float8 * interval '1 millisecond'
                FROM candidate c, work w
                WHERE u.id = c.id AND w.id = u.job_id
                RETURNING u.id, u.job_id, u.attempt, u.kind, u.tenant, u.stage, u.index, u.failures, u.total,
                    w.input::text AS job_input, u.input::text AS unit_input, u.checkpoint::text AS checkpoint,
                    w.deadline, w.trace_id, w.state <> 'QUEUED' AS has_started
                """, UnitTable::claim, kinds.toArray(String[]::new), limit, owner, lease);
    }

    private static Claim claim(Row row) {
        return new Claim(
                new Attempt(row.getLong("id"), row.getUUID("job_id"), row.getInteger("attempt")),
                row.getString("kind"),
                row.getString("tenant"),
                Stage.valueOf(row.getString("stage")),
                row.getInteger("index"),
                row.getInteger("failures"),
                row.getBoolean("has_started"),
                JsonText.node(row.getString("job_input")),
                JsonText.node(row.getString("unit_input")),
                row.getLong("total"),
                Optional.ofNullable(row.getString("checkpoint")).map(JsonText::node),
                Optional.ofNullable(Transaction.instant(row.getOffsetDateTime("deadline"))),
                Optional.ofNullable(row.getString("trace_id")));
    }

    /** Attempts that own their units, with what they have to know; their leases are extended. */
    static List<Owned> extend(Transaction transaction, Collection<Attempt> attempts, Duration lease) {
        return transaction.list(
                """
                UPDATE unit u
                SET lease_until = clock_timestamp() + $3::float8 * interval '1 millisecond'
                FROM unnest($1::bigint[], $2::int[]) AS mine (id, attempt), work w
                WHERE u.id = mine.id AND u.attempt = mine.attempt AND u.state = 'RUNNING'
                  AND u.lease_until > clock_timestamp() AND w.id = u.job_id
                RETURNING u.id, u.attempt, w.state IN ('QUEUED', 'RUNNING') AS active,
                    w.cancel_reason IS NOT NULL AS cancelled
                """,
                row -> new Owned(
                        row.getLong("id"),
                        row.getInteger("attempt"),
                        row.getBoolean("active"),
                        row.getBoolean("cancelled")),
                attempts.stream().map(Attempt::unit).toArray(Long[]::new),
                attempts.stream().map(Attempt::number).toArray(Integer[]::new),
                lease);
    }

    record Owned(long unit, int attempt, boolean active, boolean cancelled) {}

    /** Locks the unit, if the attempt owns it; then nobody else can take it until the transaction ends. */
    static Optional<Locked> lockOwned(Transaction transaction, Attempt attempt) {
        return transaction.first(
                "SELECT " + STATUS + " FROM unit WHERE " + OWNED + " FOR UPDATE",
                UnitTable::locked,
                attempt.unit(),
                attempt.number());
    }

    /** Locks the unit, if the lease of this attempt has run out. */
    static Optional<Locked> lockExpired(Transaction transaction, Attempt attempt) {
        return transaction.first("SELECT " + STATUS + """
                         FROM unit
                        WHERE id = $1 AND attempt = $2 AND state = 'RUNNING' AND lease_until <= clock_timestamp()
                        FOR UPDATE SKIP LOCKED
                        """, UnitTable::locked, attempt.unit(), attempt.number());
    }

    private static Locked locked(Row row) {
        UnitStatus status = new UnitStatus(
                Stage.valueOf(row.getString("stage")),
                row.getInteger("index"),
                UnitState.valueOf(row.getString("state")),
                row.getInteger("attempt"),
                row.getInteger("failures"));
        return new Locked(status, row.getLong("done"), row.getLong("total"));
    }

    static List<Attempt> expired(Transaction transaction, int limit) {
        return transaction.list(
                """
                SELECT id, job_id, attempt FROM unit
                WHERE state = 'RUNNING' AND lease_until <= clock_timestamp() ORDER BY lease_until LIMIT $1
                """, row -> new Attempt(row.getLong("id"), row.getUUID("job_id"), row.getInteger("attempt")), limit);
    }

    /** Ends the claim of a unit that is locked. */
    static void settle(Transaction transaction, Attempt attempt, UnitStatus status, Duration backOff, String result) {
        transaction.update("""
                UPDATE unit
                SET state = $3, failures = $4, owner = NULL, lease_until = NULL, result = $5::text::json,
                    not_before = clock_timestamp() + $6::float8 * interval '1 millisecond'
                WHERE id = $1 AND attempt = $2
                """, attempt.unit(), attempt.number(), status.state(), status.failures(), result, backOff);
    }

    static boolean saveCheckpoint(Transaction transaction, Attempt attempt, JsonNode checkpoint) {
        return transaction.update(
                        "UPDATE unit SET checkpoint = $3::text::json WHERE " + OWNED,
                        attempt.unit(),
                        attempt.number(),
                        JsonText.of(checkpoint))
                == 1;
    }

    static void progress(Transaction transaction, Attempt attempt, long done, long total) {
        transaction.update(
                "UPDATE unit SET done = $3, total = $4 WHERE " + OWNED, attempt.unit(), attempt.number(), done, total);
    }

    static void add(Transaction transaction, WorkRow work, Stage stage, List<Plan.PlannedUnit> units) {
        ArrayNode inputs = ContractJson.mapper().createArrayNode();
        for (Plan.PlannedUnit unit : units) {
            inputs.add(unit.input());
        }
        transaction.update(
                """
                INSERT INTO unit (job_id, tenant, kind, priority, stage, index, state, input, total)
                SELECT $1, $2, $3, $4, $5, i.position - 1, 'READY', i.input, s.size
                FROM json_array_elements($6::text::json) WITH ORDINALITY AS i (input, position)
                JOIN unnest($7::bigint[]) WITH ORDINALITY AS s (size, position) USING (position)
                ON CONFLICT DO NOTHING
                """,
                work.id(),
                work.tenant(),
                work.kind(),
                work.priority(),
                stage,
                JsonText.of(inputs),
                units.stream().map(Plan.PlannedUnit::size).toArray(Long[]::new));
    }

    static void cancelReady(Transaction transaction, UUID job) {
        transaction.update("UPDATE unit SET state = 'CANCELLED' WHERE job_id = $1 AND state = 'READY'", job);
    }

    static void resetUnfinished(Transaction transaction, WorkRow work) {
        transaction.update("""
                UPDATE unit
                SET state = 'READY', failures = 0, owner = NULL, lease_until = NULL, not_before = '-infinity',
                    priority = $2
                WHERE job_id = $1 AND state <> 'SUCCEEDED'
                """, work.id(), work.priority());
    }

    static boolean anyOtherRuns(Transaction transaction, UUID job, long exceptUnit) {
        return exists(transaction, "state = 'RUNNING'", job, exceptUnit);
    }

    static boolean anyOtherWorkIsUnfinished(Transaction transaction, Attempt attempt) {
        return exists(transaction, "stage = 'WORK' AND state <> 'SUCCEEDED'", attempt.job(), attempt.unit());
    }

    private static boolean exists(Transaction transaction, String condition, UUID job, long exceptUnit) {
        return transaction
                .first(
                        "SELECT EXISTS (SELECT FROM unit WHERE job_id = $1 AND id <> $2 AND " + condition + ")",
                        row -> row.getBoolean(0),
                        job,
                        exceptUnit)
                .orElseThrow();
    }

    static List<JsonNode> results(Transaction transaction, UUID job) {
        return transaction.list("""
                SELECT result::text AS result FROM unit
                WHERE job_id = $1 AND stage = 'WORK' ORDER BY index
                """, row -> JsonText.node(row.getString("result")), job);
    }
}
