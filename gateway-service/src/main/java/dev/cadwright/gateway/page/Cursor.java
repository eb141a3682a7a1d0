package dev.cadwright.gateway.page;

import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Keyset cursors of lists that are ordered by falling, time-ordered ids. Opaque to clients. */
public final class Cursor {
    private static final UUID END_OF_TIME = new UUID(-1L, -1L);
    private static final int BYTES = 16;

    private Cursor() {}

    /** The id after which a list goes on; larger than all for null, the first part. */
    public static UUID decode(String cursor) {
        if (cursor == null) {
            return END_OF_TIME;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == BYTES) {
                var buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException _) {
            // Falls through: not Base64.
        }
        throw invalid();
    }

    /** The problem of a cursor that is none. */
    public static ProblemException invalid() {
        return new ProblemException(
                ProblemCode.INVALID_CURSOR, "Take the cursor from \"next\" of the page before, or leave it off.");
    }

    /**
     * A page of at most {@code limit} rows out of {@code limit + 1} that were read to see whether there are more.
     *
     * @param view shows a row, or passes over it
     */
    public static <R, T> PageView<T> page(
            List<R> rows, int limit, Function<R, UUID> id, Function<R, Optional<T>> view) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? encode(id.apply(shown.getLast())) : null;
        return new PageView<>(
                shown.stream().flatMap(row -> view.apply(row).stream()).toList(), next);
    }

    /** The cursor of the list after an id. */
    public static String encode(UUID id) {
        var buffer =
                ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }
}
