package dev.cadwright.kernel;

import java.time.Duration;
import java.util.List;

/** Gives instructions to a free worker and tells what came of it. */
final class Dispatcher implements AutoCloseable {
    private final Slots slots;

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
        try (Lease lease = lease(budget)) {
            return lease.exchange(instructions);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Borrows a worker, as soon as one is free. */
    Lease lease(Budget budget) {
        try {
            return new Lease(slots, budget);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    WorkerInformation information() {
        try (Lease lease = lease(Budget.STANDARD)) {
            return lease.information();
        }
    }

    @Override
    public void close() {
        slots.close();
    }

    static KernelException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new KernelException(KernelException.Code.INTERRUPTED, "interrupted while the kernel worked", cause);
    }
}
