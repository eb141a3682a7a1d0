package dev.cadwright.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Hands out at most so many workers at once: an idle one where there is one, else a fresh one. */
final class Slots {
    private final WorkerCommand command;
    private final int workers;
    private final int recycleAfter;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> running = new HashSet<>();
    private int taken;
    private boolean closed;

    Slots(KernelOptions options) {
        this(options.command(), options.workers(), options.recycleAfter());
    }

    Slots(WorkerCommand command, int workers, int recycleAfter) {
        if (workers < 1 || recycleAfter < 1) {
            throw new IllegalArgumentException("a pool needs at least one worker and one request a worker");
        }
        this.command = Objects.requireNonNull(command, "command");
        this.workers = workers;
        this.recycleAfter = recycleAfter;
    }

    /** Waits for a free slot. Whoever takes a worker gives it back, dead or alive. */
    WorkerProcess take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && taken >= workers) {
                changed.await();
            }
            requireOpen();
            taken++;
        } finally {
            lock.unlock();
        }
        WorkerProcess worker = null;
        try {
            worker = idleOrFresh();
            worker.lend();
            return worker;
        } finally {
            if (worker == null) {
                release(null);
            }
        }
    }

    /** Gives a worker back: it is kept if it lives and has served less than its share. */
    void release(WorkerProcess worker) {
        lock.lock();
        try {
            taken--;
            if (worker != null && (closed || !worker.isAlive() || worker.served() >= recycleAfter)) {
                worker.kill();
                running.remove(worker);
            } else if (worker != null) {
                idle.push(worker);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            running.forEach(WorkerProcess::kill);
            idle.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private WorkerProcess idleOrFresh() throws InterruptedException {
        for (WorkerProcess worker = poll(); worker != null; worker = poll()) {
            if (worker.isAlive()) {
                return worker;
            }
            forget(worker);
        }
        WorkerProcess worker = start();
        boolean greeted = false;
        try {
            worker.greet();
            greeted = true;
            return worker;
        } finally {
            if (!greeted) {
                forget(worker);
            }
        }
    }

    private WorkerProcess poll() {
        lock.lock();
        try {
            return idle.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Starts under the lock, so that closing never misses a process. */
    private WorkerProcess start() {
        lock.lock();
        try {
            requireOpen();
            WorkerProcess worker = WorkerProcess.start(command);
            running.add(worker);
            return worker;
        } finally {
            lock.unlock();
        }
    }

    private void forget(WorkerProcess worker) {
        worker.kill();
        lock.lock();
        try {
            running.remove(worker);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new KernelException(KernelException.Code.CLOSED, "the kernel pool is closed");
        }
    }
}
