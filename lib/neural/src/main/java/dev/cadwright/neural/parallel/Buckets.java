package dev.cadwright.neural.parallel;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Walks the numbers of many arrays through one buffer: fill, change, drain, until {@link #fill} says 0. */
final class Buckets {
    private final List<MemorySegment> arrays;
    private final MemorySegment buffer;
    private Position filled = new Position(0, 0);
    private Position drained = filled;
    private long bytes;

    private record Position(int array, long offset) {}

    Buckets(List<MemorySegment> arrays, MemorySegment buffer) {
        this.arrays = arrays;
        this.buffer = buffer;
    }

    /** Copies the next numbers into the buffer; returns how many. */
    int fill() {
        drained = filled;
        bytes = 0;
        filled = walk(drained, buffer.byteSize(), true);
        return Math.toIntExact(bytes / Float.BYTES);
    }

    /** Copies the buffer back to where its numbers came from. */
    void drain() {
        long limit = bytes;
        bytes = 0;
        drained = walk(drained, limit, false);
    }

    private Position walk(Position from, long limit, boolean in) {
        int array = from.array();
        long offset = from.offset();
        while (array < arrays.size() && bytes < limit) {
            MemorySegment numbers = arrays.get(array);
            long part = Math.min(numbers.byteSize() - offset, limit - bytes);
            if (in) {
                MemorySegment.copy(numbers, offset, buffer, bytes, part);
            } else {
                MemorySegment.copy(buffer, bytes, numbers, offset, part);
            }
            bytes += part;
            offset += part;
            if (offset == numbers.byteSize()) {
                array++;
                offset = 0;
            }
        }
        return new Position(array, offset);
    }
}
