package dev.cadwright.kernel;

import dev.cadwright.kernel.Dispatcher.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A worker that is borrowed for one frame or several. Waiting for it takes none of the budget's time; shapes stay in the
 * worker from frame to frame. Used by one thread at a time.
 */
final class Lease implements AutoCloseable {
    private final Slots slots;
    private final WorkerProcess worker;
    private final Budget budget;
    private final long start;
    private boolean holdsShapes;
    private boolean returned;

    /**
     * @param spent what is used up already of the budget's time
     * @throws InterruptedException while all workers are busy
     */
    Lease(Slots slots, Budget budget, Duration spent) throws InterruptedException {
        this.slots = slots;
        this.budget = budget;
        this.worker = slots.take();
        this.start = System.nanoTime() - spent.toNanos();
    }

    /** @throws IllegalStateException if the worker has been given back: others use it by now */
    Outcome exchange(List<Instruction> instructions) throws InterruptedException {
        if (returned) {
            throw new IllegalStateException("the worker has been given back");
        }
        Duration left = budget.time().minus(elapsed());
        if (left.isNegative() || left.isZero()) {
            return Outcome.Lost.before(new Execution.TimedOut(budget, elapsed()));
        }
        RequestFrame frame = new RequestFrame(worker.nextFrame(), budget, holdsShapes, left, instructions);
        byte[] bytes = frame.encode();
        if (bytes.length > WorkerProcess.LARGEST_REQUEST) {
            return Outcome.Lost.before(exhausted("request.size", "the source is too large"));
        }
        holdsShapes = true;
        return switch (worker.exchange(bytes, left)) {
            case Exchange.Answered(byte[] answer) -> answered(frame, answer);
            case Exchange.Late() -> Outcome.Lost.withWorker(new Execution.TimedOut(budget, elapsed()));
            case Exchange.Ended(WorkerEnd end) -> Outcome.Lost.withWorker(ended(end));
        };
    }

    /** What the worker said of itself. */
    WorkerInformation information() {
        return worker.information();
    }

    /** How much of the budget's time is used up. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Execution exhausted(String code, String message) {
        return new Execution.Exhausted(budget, new Fault(code, message, OptionalInt.empty()), elapsed());
    }

    /** Gives the worker back, dead or alive. */
    @Override
    public void close() {
        if (!returned) {
            returned = true;
            slots.release(worker);
        }
    }

    private Outcome answered(RequestFrame frame, byte[] answer) {
        try {
            return new Outcome.Answer(Reply.read(answer, frame.id()), frame, elapsed());
        } catch (IOException e) {
            // What a jailed process says is not to be trusted further once it makes no sense.
            worker.kill();
            return Outcome.Lost.withWorker(new Execution.Crashed("unreadable answer: " + e.getMessage(), elapsed()));
        }
    }

    private Execution ended(WorkerEnd end) {
        if (slots.isClosed()) {
            throw new KernelException(KernelException.Code.CLOSED, "the kernel pool was closed during the request");
        }
        if (end.isOutOfMemory()) {
            return exhausted("memory", "the memory budget is used up");
        }
        return end.isOutOfTime()
                ? new Execution.TimedOut(budget, elapsed())
                : new Execution.Crashed(end.cause(), elapsed());
    }
}
