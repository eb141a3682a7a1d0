package dev.cadwright.jobs.sql;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Statements of one transaction. Parameters may be null, {@link Instant}s and {@link Duration}s (as milliseconds,
 * {@code float8}). JSON travels as text: write {@code $1::text::json}, read {@code column::text}; so no value is
 * changed or refused on the way, as {@code jsonb} does with some strings and numbers.
 */
public final class Transaction {
    private final SqlConnection connection;
    private final Database database;
    private Instant now;

    Transaction(SqlConnection connection, Database database) {
        this.connection = connection;
        this.database = database;
    }

    /** Rows of a query or of {@code RETURNING}, mapped. */
    public <T> List<T> list(String sql, Function<Row, T> mapper, Object... parameters) {
        List<T> result = new ArrayList<>();
        for (Row row : execute(sql, parameters)) {
            result.add(mapper.apply(row));
        }
        return result;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Function<Row, T> mapper, Object... parameters) {
        RowSet<Row> rows = execute(sql, parameters);
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(mapper.apply(rows.iterator().next()));
    }

    /** Executes and returns how many rows changed. */
    public int update(String sql, Object... parameters) {
        return execute(sql, parameters).rowCount();
    }

    /** The database's clock, the same value during the whole transaction once asked for. */
    public Instant now() {
        if (now == null) {
            now = first("SELECT clock_timestamp()", row -> instant(row.getOffsetDateTime(0)))
                    .orElseThrow();
        }
        return now;
    }

    /** A time out of a row; null stays null. */
    public static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private RowSet<Row> execute(String sql, Object... parameters) {
        Tuple tuple = Tuple.tuple();
        for (Object parameter : parameters) {
            tuple.addValue(converted(parameter));
        }
        return database.await(connection.preparedQuery(sql).execute(tuple), sql);
    }

    private static Object converted(Object parameter) {
        return switch (parameter) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Duration duration -> (double) duration.toMillis();
            case Enum<?> constant -> constant.name();
            default -> parameter;
        };
    }
}
