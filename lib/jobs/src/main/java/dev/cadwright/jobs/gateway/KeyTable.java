package dev.cadwright.jobs.gateway;

import dev.cadwright.jobs.sql.Transaction;
import java.time.Duration;
import java.util.Optional;

/** The table {@code idempotency_key}. */
final class KeyTable {
    static final Duration KEPT = Duration.ofHours(24);

    /**
     * A key that is in use.
     *
     * @param answer JSON; absent while the request is being processed
     * @param age since the request came
     */
    record Entry(String fingerprint, Optional<String> answer, Duration age) {}

    private KeyTable() {}

    /** Keeps others from using the key until the transaction ends; false if somebody does right now. */
    static boolean tryLock(Transaction transaction, String tenant, String key) {
        return transaction
                .first(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended($1::text || '/' || $2::text, 0))",
                        row -> row.getBoolean(0),
                        tenant,
                        key)
                .orElseThrow();
    }

    static Optional<Entry> find(Transaction transaction, String tenant, String key) {
        return transaction
                .first(
                        """
                        SELECT fingerprint, answer::text AS answer,
                            extract(epoch FROM clock_timestamp() - created_at)::float8 AS age
                        FROM idempotency_key WHERE tenant = $1 AND key = $2
                        """,
                        row -> new Entry(
                                row.getString("fingerprint"),
                                Optional.ofNullable(row.getString("answer")),
                                Duration.ofMillis((long) (1000 * row.getDouble("age")))),
                        tenant,
                        key)
                .filter(entry -> entry.age().compareTo(KEPT) < 0);
    }

    /** @param answer null while the request is being processed */
    static void put(Transaction transaction, String tenant, IdempotencyKey key, String answer) {
        transaction.update("""
                INSERT INTO idempotency_key (tenant, key, fingerprint, answer) VALUES ($1, $2, $3, $4::text::json)
                ON CONFLICT (tenant, key) DO UPDATE
                SET fingerprint = excluded.fingerprint, answer = excluded.answer, created_at = excluded.created_at
                """, tenant, key.value(), key.fingerprint(), answer);
    }

    static void remove(Transaction transaction, String tenant, String key) {
        transaction.update("DELETE FROM idempotency_key WHERE tenant = $1 AND key = $2", tenant, key);
    }

    static int forget(Transaction transaction) {
        return transaction.update(
                "DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - $1::float8 * interval '1 millisecond'",
                KEPT);
    }
}
