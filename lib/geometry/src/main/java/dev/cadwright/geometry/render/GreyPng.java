package dev.cadwright.geometry.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Writes square pictures of 8-bit grey as PNG (ISO/IEC 15948), the same bytes on every machine. */
final class GreyPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte SUB = 1;
    private static final byte UP = 2;

    private GreyPng() {}

    /** @param levels size × size values from 0 (black) to 255 (white), row by row */
    static byte[] encode(byte[] levels, int size) {
        byte[] rows = filter(levels, size);
        BitWriter out = new BitWriter(levels.length / 8);
        out.write(0x0178, 16);
        new RowDeflater(rows, size + 1).writeTo(out);
        out.align();
        Adler32 checksum = new Adler32();
        checksum.update(rows);
        out.write(Integer.reverseBytes((int) checksum.getValue()), 32);
        return assemble(size, out.toByteArray());
    }

    /** Each row as differences to the left or to the row above, whichever are smaller. */
    private static byte[] filter(byte[] levels, int size) {
        byte[] rows = new byte[size * (size + 1)];
        for (int row = 0; row < size; row++) {
            int from = row * size;
            int to = row * (size + 1);
            boolean up = row > 0 && costOf(levels, from, size, size) <= costOf(levels, from, size, 1);
            rows[to] = up ? UP : SUB;
            int distance = up ? size : 1;
            rows[to + 1] = up ? (byte) (levels[from] - levels[from - size]) : levels[from];
            for (int i = 1; i < size; i++) {
                rows[to + 1 + i] = (byte) (levels[from + i] - levels[from + i - distance]);
            }
        }
        return rows;
    }

    private static int costOf(byte[] levels, int from, int size, int distance) {
        int cost = 0;
        for (int i = from + 1; i < from + size; i++) {
            cost += Math.abs((byte) (levels[i] - levels[i - distance]));
        }
        return cost;
    }

    private static byte[] assemble(int size, byte[] compressed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(compressed.length + 64);
        file.writeBytes(SIGNATURE);
        byte[] header =
                ByteBuffer.allocate(13).putInt(size).putInt(size).put((byte) 8).array();
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", compressed);
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
