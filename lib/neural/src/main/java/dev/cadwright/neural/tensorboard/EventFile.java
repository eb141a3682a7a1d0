package dev.cadwright.neural.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes scalars over steps: records of TensorFlow's record format (length, its masked CRC-32C, data, its masked
 * CRC-32C), each an {@code Event} protocol buffer. Each record is flushed, so that a reader follows.
 */
public final class EventFile implements AutoCloseable {
    private static final String VERSION = "brain.Event:2";
    private static final int MASK = 0xa282ead8;

    private final OutputStream out;
    private final Clock clock;

    private EventFile(OutputStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Begins a file of its own in a folder, named as TensorBoard looks for them. */
    public static EventFile begin(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            String stem = "events.out.tfevents." + clock.instant().getEpochSecond() + ".cadwright."
                    + ProcessHandle.current().pid();
            Path file = folder.resolve(stem);
            for (int i = 1; Files.exists(file); i++) {
                file = folder.resolve(stem + "." + i);
            }
            EventFile events = new EventFile(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), clock);
            events.record(events.event().text(3, VERSION).bytes());
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values of one step by their tags; what is not finite is written too, and shown as a gap. */
    public void scalars(long step, Map<String, Double> values) {
        Message summary = new Message();
        values.forEach(
                (tag, value) -> summary.message(1, new Message().text(1, tag).single(2, (float) (double) value)));
        record(event().whole(2, step).message(5, summary).bytes());
    }

    private Message event() {
        return new Message().real(1, clock.millis() / 1000.0);
    }

    private void record(byte[] data) {
        ByteBuffer record = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(masked(record.array(), Long.BYTES));
        record.put(data);
        record.putInt(masked(data, data.length));
        try {
            out.write(record.array());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int masked(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A protocol buffer while it is written. */
    private static final class Message {
        private static final int VARINT = 0;
        private static final int EIGHT_BYTES = 1;
        private static final int COUNTED = 2;
        private static final int FOUR_BYTES = 5;

        private ByteBuffer buffer = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

        Message whole(int field, long value) {
            key(field, VARINT);
            varint(value);
            return this;
        }

        Message real(int field, double value) {
            key(field, EIGHT_BYTES);
            room(Double.BYTES).putDouble(value);
            return this;
        }

        Message single(int field, float value) {
            key(field, FOUR_BYTES);
            room(Float.BYTES).putFloat(value);
            return this;
        }

        Message text(int field, String value) {
            return counted(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return counted(field, value.bytes());
        }

        byte[] bytes() {
            byte[] bytes = new byte[buffer.position()];
            buffer.duplicate().flip().get(bytes);
            return bytes;
        }

        private Message counted(int field, byte[] bytes) {
            key(field, COUNTED);
            varint(bytes.length);
            room(bytes.length).put(bytes);
            return this;
        }

        private void key(int field, int kind) {
            varint((long) field << 3 | kind);
        }

        private void varint(long value) {
            long rest = value;
            for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
                room(1).put((byte) (rest & 0x7F | 0x80));
            }
            room(1).put((byte) rest);
        }

        private ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                ByteBuffer larger =
                        ByteBuffer.allocate(2 * (buffer.capacity() + bytes)).order(ByteOrder.LITTLE_ENDIAN);
                buffer = larger.put(buffer.flip());
            }
            return buffer;
        }
    }
}
