package dev.cadwright.neural.parallel;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Ring all-reduce (Patarasuk and Yuan, 2009): the numbers are cut into as many chunks as there are processes; in
 * {@code n - 1} rounds each process adds the chunk that its predecessor hands on and passes it to its successor, and in
 * {@code n - 1} more the finished chunks go round. Each process sends {@code 2 (n - 1) / n} of the numbers, however many
 * there are.
 */
public final class Ring implements Collective {
    /** Numbers that are summed at a time, which bounds the memory beside the gradients. */
    private static final int BUCKET = 1 << 22;

    private final Member member;
    private final SocketChannel next;
    private final SocketChannel previous;
    private final Arena arena = Arena.ofShared();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ring-sender").factory());
    private final MemorySegment bucket = arena.allocate(BUCKET * (long) Float.BYTES, Long.BYTES);
    private final MemorySegment received;

    private Ring(Member member, SocketChannel next, SocketChannel previous) {
        this.member = member;
        this.next = next;
        this.previous = previous;
        this.received = arena.allocate(chunkStart(1, BUCKET) * Float.BYTES + Float.BYTES, Long.BYTES);
    }

    /** Waits for the other processes; fails with {@code peer_lost} where one does not come. */
    public static Ring join(Member member) {
        Rendezvous.Neighbours neighbours = Rendezvous.meet(member);
        return new Ring(member, neighbours.next(), neighbours.previous());
    }

    @Override
    public int rank() {
        return member.rank();
    }

    @Override
    public int size() {
        return member.size();
    }

    @Override
    public void sum(List<MemorySegment> arrays) {
        Buckets buckets = new Buckets(arrays, bucket);
        for (int count = buckets.fill(); count > 0; count = buckets.fill()) {
            reduceScatter(count);
            allGather(count);
            buckets.drain();
        }
    }

    @Override
    public double[] sum(double... values) {
        double[] sums = new double[values.length];
        for (double[] of : gathered(values)) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += of[i];
            }
        }
        return sums;
    }

    @Override
    public double[] first(double... values) {
        return gathered(values)[0];
    }

    /** After these rounds, chunk {@code rank + 1} is whole in this process. */
    private void reduceScatter(int count) {
        for (int round = 0; round < size() - 1; round++) {
            int sent = Math.floorMod(rank() - round, size());
            int added = Math.floorMod(rank() - round - 1, size());
            MemorySegment target = chunk(added, count);
            MemorySegment partial = received.asSlice(0, target.byteSize());
            exchange(chunk(sent, count), partial);
            add(target, partial);
        }
    }

    private void allGather(int count) {
        for (int round = 0; round < size() - 1; round++) {
            int sent = Math.floorMod(rank() - round + 1, size());
            int taken = Math.floorMod(rank() - round, size());
            exchange(chunk(sent, count), chunk(taken, count));
        }
    }

    /** Every process's values, by rank. */
    private double[][] gathered(double... values) {
        double[][] all = new double[size()][];
        all[rank()] = values;
        try (Arena scope = Arena.ofConfined()) {
            MemorySegment in = scope.allocate(ValueLayout.JAVA_DOUBLE, Math.max(1, values.length));
            for (int round = 0; round < size() - 1; round++) {
                int sent = Math.floorMod(rank() - round, size());
                MemorySegment out = scope.allocateFrom(ValueLayout.JAVA_DOUBLE, all[sent]);
                exchangeConfined(out, in.asSlice(0, out.byteSize()));
                all[Math.floorMod(rank() - round - 1, size())] =
                        in.asSlice(0, out.byteSize()).toArray(ValueLayout.JAVA_DOUBLE);
            }
        }
        return all;
    }

    private static void add(MemorySegment target, MemorySegment addend) {
        // The earlier rank's partial sum comes first.
        long count = target.byteSize() / Float.BYTES;
        for (long i = 0; i < count; i++) {
            float sum = addend.getAtIndex(ValueLayout.JAVA_FLOAT, i) + target.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            target.setAtIndex(ValueLayout.JAVA_FLOAT, i, sum);
        }
    }

    /** Numbers that lie before a chunk, of a bucket with so many. */
    private long chunkStart(int chunk, int count) {
        return Math.ceilDiv((long) count, size()) * chunk;
    }

    private MemorySegment chunk(int chunk, int count) {
        long start = Math.min(count, chunkStart(chunk, count));
        long end = Math.min(count, chunkStart(chunk + 1, count));
        return bucket.asSlice(start * Float.BYTES, (end - start) * Float.BYTES);
    }

    /** Sends and receives at once: two that both only sent would wait for each other for ever. */
    private void exchange(MemorySegment out, MemorySegment in) {
        Future<?> sending = sender.submit(() -> {
            write(out);
            return null;
        });
        try {
            read(in);
            sending.get();
        } catch (IOException e) {
            throw lost(e);
        } catch (ExecutionException e) {
            throw lost(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NeuralException("interrupted", "the training was interrupted while its processes spoke", e);
        }
    }

    /** A few numbers fit the sockets' buffers, so that no thread is needed to send them. */
    private void exchangeConfined(MemorySegment out, MemorySegment in) {
        try {
            write(out);
            read(in);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private void write(MemorySegment out) throws IOException {
        ByteBuffer bytes = out.asByteBuffer();
        while (bytes.hasRemaining()) {
            next.write(bytes);
        }
    }

    private void read(MemorySegment in) throws IOException {
        ByteBuffer bytes = in.asByteBuffer();
        while (bytes.hasRemaining()) {
            if (previous.read(bytes) < 0) {
                throw new IOException("process " + Math.floorMod(rank() - 1, size()) + " closed its connection");
            }
        }
    }

    private NeuralException lost(Throwable cause) {
        return new NeuralException(
                "peer_lost",
                "process " + rank() + " of " + size() + " lost a neighbour: " + cause.getMessage()
                        + "; the training goes on from its last checkpoint",
                cause);
    }

    @Override
    public void close() {
        sender.shutdownNow();
        try (next;
                previous) {
            // Both are closed, whatever the other says.
        } catch (IOException e) {
            throw new NeuralException("peer_lost", "a connection did not close: " + e.getMessage(), e);
        }
    }
}
