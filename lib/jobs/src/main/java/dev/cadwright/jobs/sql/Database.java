package dev.cadwright.jobs.sql;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Short transactions on the reactive client's pool, for callers that may block. Every wait is bounded, so that a
 * database that is down or hangs costs its callers a {@link DatabaseException} and never a thread for good.
 */
public final class Database {
    private static final int TRIES = 4;
    private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    private final AtomicBoolean down = new AtomicBoolean();
    private final Pool pool;
    private final Duration patience;

    /** @param patience how long one statement, or getting a connection, may take */
    public Database(Pool pool, Duration patience) {
        this.pool = Objects.requireNonNull(pool, "pool");
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    /**
     * Runs {@code work} in one transaction and commits it; rolls back when it throws. Deadlocks and serialization
     * failures are repeated, so {@code work} must have no effect but through its transaction.
     */
    public <T> T inTransaction(Function<Transaction, T> work) {
        return repeated(() -> onConnection(connection -> committed(connection, work)));
    }

    private <T> T repeated(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = work.get();
                answered();
                return result;
            } catch (DatabaseException e) {
                failed(e);
                if (attempt == TRIES || !isWorthRepeating(e)) {
                    throw e;
                }
            }
        }
    }

    /** Runs {@code work}, which executes one statement; PostgreSQL makes a transaction of it. */
    public <T> T statement(Function<Transaction, T> work) {
        return repeated(() -> onConnection(connection -> work.apply(new Transaction(connection, this))));
    }

    /** As {@link #inTransaction}, without a result. */
    public void run(Consumer<Transaction> work) {
        inTransaction(transaction -> {
            work.accept(transaction);
            return null;
        });
    }

    private <T> T onConnection(Function<SqlConnection, T> work) {
        SqlConnection connection = connect();
        try {
            return work.apply(connection);
        } finally {
            var unused = connection.close();
        }
    }

    private <T> T committed(SqlConnection connection, Function<Transaction, T> work) {
        boolean done = false;
        try {
            await(connection.query("BEGIN").execute(), "begin");
            T result = work.apply(new Transaction(connection, this));
            await(connection.query("COMMIT").execute(), "commit");
            done = true;
            return result;
        } finally {
            if (!done) {
                // Queued behind whatever still runs; the connection goes back to the pool behind that.
                var unused = connection.query("ROLLBACK").execute();
            }
        }
    }

    /** A connection that arrives after its caller has given up goes straight back to the pool. */
    private SqlConnection connect() {
        CompletableFuture<SqlConnection> connection =
                pool.getConnection().toCompletionStage().toCompletableFuture();
        try {
            return await(connection, "connect");
        } catch (DatabaseException e) {
            var unused = connection.thenAccept(SqlConnection::close);
            throw e;
        }
    }

    <T> T await(Future<T> future, String what) {
        return await(future.toCompletionStage().toCompletableFuture(), what);
    }

    private <T> T await(CompletableFuture<T> future, String what) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("the database is awaited on an event loop; call from a worker thread");
        }
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DatabaseException(
                    "database: " + what + ": " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new DatabaseException("database: no answer within " + patience + " to: " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("database: interrupted during: " + what, e);
        }
    }

    /** One line when it goes away and one when it is back, however many callers ask in between. */
    private void failed(DatabaseException e) {
        if (e.getCause() instanceof InterruptedException) {
            return;
        }
        if (e.getCause() instanceof PgException cause && !isUnavailable(cause)) {
            if (!isWorthRepeating(e)) {
                LOG.log(Level.WARNING, "a statement was refused: {0}", e.getMessage());
            }
        } else if (down.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "{0}; work goes on when it answers again", e.getMessage());
        }
    }

    private void answered() {
        if (down.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "the database answers again");
        }
    }

    /** Classes 08 connection exception, 53 insufficient resources, 57 operator intervention. */
    private static boolean isUnavailable(PgException e) {
        String state = String.valueOf(e.getSqlState());
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    private static boolean isWorthRepeating(DatabaseException e) {
        return e.getCause() instanceof PgException cause && WORTH_REPEATING.contains(cause.getSqlState());
    }
}
