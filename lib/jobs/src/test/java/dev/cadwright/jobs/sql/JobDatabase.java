package dev.cadwright.jobs.sql;

import dev.cadwright.jobs.testkit.RealServers;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A fresh database on the real server, with the library's tables of both sides, and a pool on it. */
public final class JobDatabase implements AutoCloseable {
    private static final List<String> MIGRATIONS = List.of(
            "db/jobs/messages/V1__messages.sql", "db/jobs/gateway/V2__ledger.sql", "db/jobs/worker/V3__work.sql");

    private final String url;
    private final String user;
    private final String password;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private JobDatabase(String url, String user, String password, int connections) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(PgConnectOptions.fromUri(url).setUser(user).setPassword(password))
                .using(vertx)
                .build();
    }

    public static JobDatabase create() {
        RealServers servers = RealServers.shared();
        RealServers.TestDatabase database = servers.newDatabase();
        JobDatabase result = open(database.url(), servers.databaseUser(), servers.databasePassword());
        MIGRATIONS.forEach(result::runScript);
        return result;
    }

    /** Connects to one that exists, as another process does. */
    public static JobDatabase open(String url, String user, String password) {
        return new JobDatabase(url, user, password, 10);
    }

    private void runScript(String name) {
        try (InputStream script = JobDatabase.class.getClassLoader().getResourceAsStream(name)) {
            execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database() {
        return new Database(pool, Duration.ofSeconds(10));
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** First column of all rows, as text. */
    public List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return values;
    }

    public String value(String sql) {
        return column(sql).getFirst();
    }

    private Connection connect() throws SQLException {
        return java.sql.DriverManager.getConnection("jdbc:" + url, user, password);
    }

    @Override
    public void close() {
        pool.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
