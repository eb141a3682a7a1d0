package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pool of long-lived worker processes that answer one frame with one frame. Safe for use by many threads: a call
 * blocks while all workers are busy. Workers start when first needed, and are replaced when they die, run out of time or
 * memory, or have served their share of requests.
 */
public final class WorkerPool implements AutoCloseable {
    private final Slots slots;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param workers how many processes at most
     * @param recycleAfter requests after which a worker is replaced by a fresh one
     */
    public WorkerPool(WorkerCommand command, int workers, int recycleAfter) {
        this.slots = new Slots(command, workers, recycleAfter);
    }

    /** How a request ended. */
    public sealed interface Answer {
        /** Wall time from handing over the request until its answer or its end. */
        Duration elapsed();

        /** The worker answered. */
        record Replied(JsonNode reply, Duration elapsed) implements Answer {}

        /** The request was larger than a frame may be; no worker saw it. */
        record TooLarge(Duration elapsed) implements Answer {}

        /** No answer in time; the worker was ended. */
        record Late(Duration elapsed) implements Answer {}

        /** The worker ended for want of memory. */
        record OutOfMemory(Duration elapsed) implements Answer {}

        /** The worker died; the cause is a signal's name, or {@code exit N}. */
        record Died(String cause, Duration elapsed) implements Answer {}
    }

    /**
     * Hands a request to a free worker: maps, lists, numbers, booleans, text and byte arrays. An {@code id} is added.
     *
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Answer ask(Map<String, Object> request, Duration limit) {
        Map<String, Object> numbered = new LinkedHashMap<>();
        long id = numbers.incrementAndGet();
        numbered.put("id", id);
        numbered.putAll(request);
        byte[] frame = Cbor.write(numbered);
        if (frame.length > WorkerProcess.LARGEST_REQUEST) {
            return new Answer.TooLarge(Duration.ZERO);
        }
        try {
            return exchange(id, frame, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException(KernelException.Code.INTERRUPTED, "interrupted while a worker worked", e);
        }
    }

    /**
     * Starts a worker if none runs, and tells what it says of itself.
     *
     * @throws KernelException if there is no usable worker
     */
    public WorkerInformation information() {
        try {
            WorkerProcess worker = slots.take();
            slots.release(worker);
            return worker.information();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException(KernelException.Code.INTERRUPTED, "interrupted while a worker started", e);
        }
    }

    /** Ends all workers. Calls in progress end with {@link KernelException.Code#CLOSED}. */
    @Override
    public void close() {
        slots.close();
    }

    private Answer exchange(long id, byte[] frame, Duration limit) throws InterruptedException {
        WorkerProcess worker = slots.take();
        try {
            long start = System.nanoTime();
            Exchange exchange = worker.exchange(frame, limit);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return switch (exchange) {
                case Exchange.Answered(byte[] answer) -> answered(worker, id, answer, elapsed);
                case Exchange.Late() -> new Answer.Late(elapsed);
                case Exchange.Ended(WorkerEnd end) -> ended(end, elapsed);
            };
        } finally {
            slots.release(worker);
        }
    }

    private static Answer answered(WorkerProcess worker, long id, byte[] answer, Duration elapsed) {
        try {
            JsonNode reply = Cbor.read(answer);
            if (reply.path("id").asLong(-1) == id) {
                return new Answer.Replied(reply, elapsed);
            }
            worker.kill();
            return new Answer.Died("an answer to another request", elapsed);
        } catch (IOException e) {
            // What a worker says is not to be trusted further once it makes no sense.
            worker.kill();
            return new Answer.Died("unreadable answer: " + e.getMessage(), elapsed);
        }
    }

    private Answer ended(WorkerEnd end, Duration elapsed) {
        if (slots.isClosed()) {
            throw new KernelException(KernelException.Code.CLOSED, "the pool was closed during the request");
        }
        if (end.isOutOfMemory()) {
            return new Answer.OutOfMemory(elapsed);
        }
        return end.isOutOfTime() ? new Answer.Late(elapsed) : new Answer.Died(end.cause(), elapsed);
    }
}
