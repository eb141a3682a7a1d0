package dev.cadwright.jobs.gateway;

import dev.cadwright.jobs.sql.Database;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import java.time.Duration;
import java.util.Optional;

/** {@link IdempotencyStore} in PostgreSQL. */
public final class SqlIdempotencyStore implements IdempotencyStore {
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    private final Database database;

    public SqlIdempotencyStore(Database database) {
        this.database = database;
    }

    @Override
    public Start start(String tenant, IdempotencyKey key) {
        return database.inTransaction(transaction -> {
            if (!KeyTable.tryLock(transaction, tenant, key.value())) {
                return new Start.KeyInFlight();
            }
            Optional<KeyTable.Entry> entry = KeyTable.find(transaction, tenant, key.value());
            return entry.isPresent() ? again(transaction, tenant, key, entry.get()) : process(transaction, tenant, key);
        });
    }

    private static Start again(Transaction transaction, String tenant, IdempotencyKey key, KeyTable.Entry entry) {
        if (!entry.fingerprint().equals(key.fingerprint())) {
            return new Start.KeyReused();
        }
        if (entry.answer().isPresent()) {
            return new Start.Replay(JsonText.read(entry.answer().get(), Answer.class));
        }
        return entry.age().compareTo(LONGEST_REQUEST) < 0 ? new Start.KeyInFlight() : process(transaction, tenant, key);
    }

    private static Start process(Transaction transaction, String tenant, IdempotencyKey key) {
        KeyTable.put(transaction, tenant, key, null);
        return new Start.Process();
    }

    @Override
    public void finish(String tenant, IdempotencyKey key, Answer answer) {
        database.run(transaction -> KeyTable.put(transaction, tenant, key, JsonText.of(answer)));
    }

    @Override
    public void abandon(String tenant, IdempotencyKey key) {
        database.run(transaction -> KeyTable.remove(transaction, tenant, key.value()));
    }
}
