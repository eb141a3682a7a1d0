package dev.cadwright.jobs.gateway;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Where a part of a list ends: the id of its last job, as text that means nothing to clients. */
final class Cursor {
    private static final int LENGTH = 16;

    private Cursor() {}

    static String encode(UUID last) {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Throws {@link IllegalArgumentException} for anything that {@link #encode} does not make. */
    static UUID decode(String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a cursor of this list", e);
        }
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
