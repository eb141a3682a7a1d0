package dev.cadwright.geometry.render;

import java.util.Arrays;

/** A growing byte array filled bit by bit, the lowest bit of a byte first, as deflate wants it. */
final class BitWriter {
    private byte[] bytes;
    private int length;
    private long pending;
    private int pendingBits;

    BitWriter(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    /** @param count at most 32 */
    void write(int bits, int count) {
        pending |= (bits & 0xFFFFFFFFL) << pendingBits;
        pendingBits += count;
        while (pendingBits >= 8) {
            append((byte) pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    /** Fills the last byte with zeros. */
    void align() {
        if (pendingBits > 0) {
            append((byte) pending);
            pending = 0;
            pendingBits = 0;
        }
    }

    private void append(byte value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = value;
    }

    byte[] toByteArray() {
        align();
        return Arrays.copyOf(bytes, length);
    }
}
