package dev.cadwright.kernel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/** Gives instructions to a free worker and tells what came of it. */
final class Dispatcher implements AutoCloseable {
    private final Slots slots;
    private final AtomicLong numbers = new AtomicLong();

    Dispatcher(Slots slots) {
        this.slots = slots;
    }

    /** How a dispatch ended. */
    sealed interface Outcome {
        /** The worker answered, perhaps with a failure. */
        record Answer(Reply reply, RequestFrame frame, Duration elapsed) implements Outcome {}

        /** No answer: time, memory or the worker's life ran out. */
        record Lost(Execution execution) implements Outcome {}
    }

    Outcome dispatch(Budget budget, List<Instruction> instructions) {
        RequestFrame frame = new RequestFrame(numbers.incrementAndGet(), budget, instructions);
        byte[] bytes = frame.encode();
        if (bytes.length > WorkerProcess.LARGEST_REQUEST) {
            return new Outcome.Lost(exhausted(budget, "request.size", "the source is too large", Duration.ZERO));
        }
        try {
            return exchange(frame, bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException(KernelException.Code.INTERRUPTED, "interrupted while the kernel worked", e);
        }
    }

    WorkerInformation information() {
        try {
            WorkerProcess worker = slots.take();
            slots.release(worker);
            return worker.information();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException(KernelException.Code.INTERRUPTED, "interrupted while the kernel started", e);
        }
    }

    @Override
    public void close() {
        slots.close();
    }

    private Outcome exchange(RequestFrame frame, byte[] bytes) throws InterruptedException {
        WorkerProcess worker = slots.take();
        try {
            long start = System.nanoTime();
            Exchange exchange = worker.exchange(bytes, frame.budget().time());
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return switch (exchange) {
                case Exchange.Answered(byte[] answer) -> answered(worker, frame, answer, elapsed);
                case Exchange.Late() -> new Outcome.Lost(new Execution.TimedOut(frame.budget(), elapsed));
                case Exchange.Ended(WorkerEnd end) -> new Outcome.Lost(ended(end, frame.budget(), elapsed));
            };
        } finally {
            slots.release(worker);
        }
    }

    private static Outcome answered(WorkerProcess worker, RequestFrame frame, byte[] answer, Duration elapsed) {
        try {
            return new Outcome.Answer(Reply.read(answer, frame.id()), frame, elapsed);
        } catch (IOException e) {
            // What a jailed process says is not to be trusted further once it makes no sense.
            worker.kill();
            return new Outcome.Lost(new Execution.Crashed("unreadable answer: " + e.getMessage(), elapsed));
        }
    }

    private Execution ended(WorkerEnd end, Budget budget, Duration elapsed) {
        if (slots.isClosed()) {
            throw new KernelException(KernelException.Code.CLOSED, "the kernel pool was closed during the request");
        }
        if (end.isOutOfMemory()) {
            return exhausted(budget, "memory", "the memory budget is used up", elapsed);
        }
        return end.isOutOfTime()
                ? new Execution.TimedOut(budget, elapsed)
                : new Execution.Crashed(end.cause(), elapsed);
    }

    private static Execution exhausted(Budget budget, String code, String message, Duration elapsed) {
        return new Execution.Exhausted(budget, new Fault(code, message, OptionalInt.empty()), elapsed);
    }
}
