package dev.cadwright.neural.safetensors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes files of any size, one tensor in memory at a time, wide elements first so that each lies aligned. */
public final class SafetensorsStream {
    private static final long CHUNK = 1L << 30;

    private SafetensorsStream() {}

    /** Gives the row-major bytes of a tensor, valid while the call runs. */
    @FunctionalInterface
    public interface Source {
        void give(PlannedTensor tensor, Consumer<MemorySegment> sink);
    }

    /** @throws IllegalArgumentException if two tensors share a name, or a source gives too many or few bytes */
    public static void write(Path file, Map<String, String> metadata, List<PlannedTensor> tensors, Source source) {
        List<PlannedTensor> ordered = ordered(tensors);
        byte[] header = PlannedTensor.header(metadata, ordered);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            writeFully(channel, length.putLong(header.length).flip());
            writeFully(channel, ByteBuffer.wrap(header));
            for (PlannedTensor tensor : ordered) {
                long before = channel.position();
                source.give(tensor, bytes -> append(channel, bytes));
                if (channel.position() - before != tensor.bytes()) {
                    throw new IllegalArgumentException(tensor.name() + " takes " + tensor.bytes() + " bytes, not "
                            + (channel.position() - before));
                }
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PlannedTensor> ordered(List<PlannedTensor> tensors) {
        Set<String> names = new HashSet<>();
        tensors.forEach(tensor -> {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("two tensors named " + tensor.name());
            }
        });
        return tensors.stream()
                .sorted(Comparator.comparingInt((PlannedTensor t) -> -t.type().bytes())
                        .thenComparing(PlannedTensor::name))
                .toList();
    }

    private static void append(FileChannel channel, MemorySegment bytes) {
        try {
            for (long at = 0; at < bytes.byteSize(); at += CHUNK) {
                writeFully(
                        channel,
                        bytes.asSlice(at, Math.min(CHUNK, bytes.byteSize() - at))
                                .asByteBuffer());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
