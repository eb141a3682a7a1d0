package dev.cadwright.jobs.worker;

import dev.cadwright.jobs.Cancellation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jboss.logging.Logger;

/** {@link Cancellation} of one attempt. */
final class StopSignal implements Cancellation {
    private static final Logger LOG = Logger.getLogger(StopSignal.class);

    private final Lease lease;
    private final List<Runnable> onStop = new ArrayList<>();
    private final SequencedSet<Kill> onKill = new LinkedHashSet<>();
    private Reason reason;
    private boolean killed;

    StopSignal(Lease lease) {
        this.lease = lease;
    }

    /** A registered action; each is itself, whatever it runs. */
    private final class Kill implements Registration {
        private final Runnable action;

        Kill(Runnable action) {
            this.action = action;
        }

        @Override
        public void close() {
            synchronized (StopSignal.this) {
                onKill.remove(this);
            }
        }
    }

    /** Losing the lease comes before any other reason: it forbids to write. */
    @Override
    public synchronized Optional<Reason> reason() {
        return lease.isTrusted() ? Optional.ofNullable(reason) : Optional.of(Reason.LEASE_LOST);
    }

    @Override
    public void onStop(Runnable action) {
        synchronized (this) {
            if (reason == null) {
                onStop.add(action);
                return;
            }
        }
        run(action);
    }

    @Override
    public Registration onKill(Runnable action) {
        Kill kill = new Kill(action);
        synchronized (this) {
            if (!killed) {
                onKill.add(kill);
                return kill;
            }
        }
        run(action);
        return kill;
    }

    /** Asks the attempt to stop; false if it was asked before. */
    boolean request(Reason why) {
        List<Runnable> actions;
        synchronized (this) {
            if (reason != null) {
                return false;
            }
            reason = why;
            actions = List.copyOf(onStop);
            onStop.clear();
        }
        actions.forEach(StopSignal::run);
        return true;
    }

    /** Ends whatever is still registered. */
    void kill() {
        List<Kill> actions;
        synchronized (this) {
            killed = true;
            actions = List.copyOf(onKill);
            onKill.clear();
        }
        actions.forEach(kill -> run(kill.action));
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("an action to stop an attempt failed", e);
        }
    }
}
