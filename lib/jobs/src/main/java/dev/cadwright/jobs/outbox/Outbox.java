package dev.cadwright.jobs.outbox;

import dev.cadwright.jobs.sql.Database;
import dev.cadwright.jobs.sql.Transaction;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of messages to send. */
public final class Outbox {
    /** A message taken for sending; {@code position} is its place in the table. */
    record Taken(long position, int attempts, OutboxMessage message) {}

    /** How full the outbox is. */
    public record Backlog(long messages, Duration oldest) {}

    private static final String COLUMNS =
            "position, id, topic, key, type, source, schema_name, tenant, trace_id, time, data::text AS data, attempts";

    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /** Adds messages in the order given; they are sent once the transaction has committed. */
    public static void add(Transaction transaction, Collection<OutboxMessage> messages) {
        for (OutboxMessage message : messages) {
            transaction.update(
                    """
                    INSERT INTO outbox (id, topic, key, type, source, schema_name, tenant, trace_id, time, data)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::json)
                    """,
                    message.id(),
                    message.topic(),
                    message.key(),
                    message.type(),
                    message.source(),
                    message.schema(),
                    message.tenant(),
                    message.traceId().orElse(null),
                    message.time(),
                    message.data());
        }
    }

    /**
     * Takes messages for {@code lease}: the oldest of each key, if nobody else has it.
     *
     * @param skipped topics to leave alone
     */
    List<Taken> take(int limit, Duration lease, Set<String> skipped) {
        return take("o.topic <> ALL($3)", limit, lease, skipped.toArray(String[]::new));
    }

    /** As {@link #take}, of one topic only. */
    List<Taken> takeOf(String topic, int limit, Duration lease) {
        return take("o.topic = ANY($3)", limit, lease, new String[] {topic});
    }

    private List<Taken> take(String condition, int limit, Duration lease, String[] topics) {
        String sql = """
                UPDATE outbox
                SET locked_until = clock_timestamp() + $1::float8 * interval '1 millisecond', attempts = attempts + 1
                WHERE position IN (
                    SELECT o.position FROM outbox o
                    WHERE o.locked_until <= clock_timestamp() AND %s
                      AND NOT EXISTS (SELECT FROM outbox e WHERE e.key = o.key AND e.position < o.position)
                    ORDER BY o.position LIMIT $2
                    FOR UPDATE SKIP LOCKED)
                RETURNING %s
                """.formatted(condition, COLUMNS);
        return database.statement(t -> t.list(sql, Outbox::taken, lease, limit, topics)).stream()
                .sorted(Comparator.comparingLong(Taken::position))
                .toList();
    }

    void sent(Collection<Long> positions) {
        database.statement(
                t -> t.update("DELETE FROM outbox WHERE position = ANY($1)", (Object) positions.toArray(Long[]::new)));
    }

    /** Gives a message back, not to be taken before {@code delay} has passed. */
    void failed(long position, Duration delay, String error) {
        database.statement(t -> t.update("""
                UPDATE outbox
                SET locked_until = clock_timestamp() + $2::float8 * interval '1 millisecond', last_error = $3
                WHERE position = $1
                """, position, delay, error.replace('\0', ' ')));
    }

    public Backlog backlog() {
        return database.statement(t -> t.first(
                        """
                        SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(time)), 0)::float8
                        FROM outbox
                        """, row -> new Backlog(row.getLong(0), Duration.ofMillis((long) (1000 * row.getDouble(1)))))
                .orElseThrow());
    }

    private static Taken taken(Row row) {
        OutboxMessage message = new OutboxMessage(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("source"),
                row.getString("schema_name"),
                row.getString("tenant"),
                Optional.ofNullable(row.getString("trace_id")),
                Transaction.instant(row.getOffsetDateTime("time")),
                row.getString("data"));
        return new Taken(row.getLong("position"), row.getInteger("attempts"), message);
    }
}
