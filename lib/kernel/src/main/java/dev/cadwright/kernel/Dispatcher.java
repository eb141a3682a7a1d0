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

        /**
         * No answer: time, memory or the worker's life ran out.
         *
         * @param workerEnded whether it cost the worker's life; what is refused before it is sent does not
         */
        record Lost(Execution execution, boolean workerEnded) implements Outcome {
            static Lost before(Execution execution) {
                return new Lost(execution, false);
            }

            static Lost withWorker(Execution execution) {
                return new Lost(execution, true);
            }
        }
    }

    Outcome dispatch(Budget budget, List<Instruction> instructions) {
        try (Lease lease = lease(budget, Duration.ZERO)) {
            return lease.exchange(instructions);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Borrows a worker, as soon as one is free.
     *
     * @param spent what is used up already of the budget's time
     */
    Lease lease(Budget budget, Duration spent) {
        try {
            return new Lease(slots, budget, spent);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    WorkerInformation information() {
        try (Lease lease = lease(Budget.STANDARD, Duration.ZERO)) {
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
