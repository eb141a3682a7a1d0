package dev.cadwright.jobs.outbox;

import dev.cadwright.jobs.outbox.Outbox.Taken;
import dev.cadwright.jobs.sql.DatabaseException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is in the outbox. Each message is taken with a short lease, sent outside of any transaction, and deleted
 * once the destination has it. A topic that cannot be reached is left alone for a while and then tried with a single
 * message, so that it delays no other topic.
 */
public final class Relay implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Relay.class.getName());
    // A message of a relay that died waits for this long; a send that begins in time ends within it: 2 + 3 + 6 seconds.
    private static final Duration LEASE = Duration.ofSeconds(12);
    private static final Duration BEGIN_LIMIT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
    private static final int MAX_IN_FLIGHT = 256;

    private sealed interface Outcome {
        record Sent(long position) implements Outcome {}

        record Failed(Taken taken, RuntimeException error) implements Outcome {}
    }

    private final Outbox outbox;
    private final Transport transport;
    private final TopicBreaker breaker = new TopicBreaker(System::nanoTime);
    private final Semaphore signal = new Semaphore(0);
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Map<Long, Taken> inFlight = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbox-send-", 0).factory());
    private final Thread loop =
            Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    private volatile boolean stopped;

    public Relay(Outbox outbox, Transport transport) {
        this.outbox = outbox;
        this.transport = transport;
    }

    public void start() {
        loop.start();
    }

    /** Says that there may be something to send; otherwise it is noticed within half a second. */
    public void wake() {
        signal.release();
    }

    private void run() {
        while (!stopped) {
            boolean busy = false;
            try {
                busy = settle() | dispatch();
            } catch (DatabaseException e) {
                LOG.log(Level.DEBUG, "outbox relay: {0}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "outbox relay", e);
            }
            if (!busy) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (signal.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private boolean dispatch() {
        int room = MAX_IN_FLIGHT - inFlight.size();
        if (room <= 0) {
            return false;
        }
        List<Taken> taken = new ArrayList<>();
        for (String topic : breaker.due()) {
            taken.addAll(outbox.takeOf(topic, 1, LEASE));
        }
        taken.addAll(outbox.take(room, LEASE, breaker.suspended()));
        long sendBefore = System.nanoTime() + BEGIN_LIMIT.toNanos();
        taken.forEach(message -> {
            inFlight.put(message.position(), message);
            senders.execute(() -> send(message, sendBefore));
        });
        return !taken.isEmpty();
    }

    private void send(Taken taken, long sendBefore) {
        try {
            if (System.nanoTime() - sendBefore > 0) {
                throw new Transport.UnavailableException("the relay was held up; taken again later", null);
            }
            transport.send(taken.message());
            outcomes.add(new Outcome.Sent(taken.position()));
        } catch (RuntimeException e) {
            outcomes.add(new Outcome.Failed(taken, e));
        }
        wake();
    }

    private boolean settle() {
        List<Long> sent = new ArrayList<>();
        List<Outcome.Failed> failed = new ArrayList<>();
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            switch (outcome) {
                case Outcome.Sent s -> sent.add(s.position());
                case Outcome.Failed f -> failed.add(f);
            }
        }
        sent.forEach(position ->
                breaker.succeeded(inFlight.remove(position).message().topic()));
        failed.forEach(failure -> inFlight.remove(failure.taken().position()));
        if (!sent.isEmpty()) {
            outbox.sent(sent);
        }
        failed.forEach(this::giveBack);
        return !sent.isEmpty() || !failed.isEmpty();
    }

    private void giveBack(Outcome.Failed failure) {
        Taken taken = failure.taken();
        OutboxMessage message = taken.message();
        String reason = String.valueOf(failure.error().getMessage());
        if (failure.error() instanceof Transport.RefusedException) {
            Duration delay = Duration.ofSeconds(Math.min(60, 1L << Math.min(taken.attempts(), 6)));
            LOG.log(
                    Level.ERROR,
                    "{0} does not take {1} {2} of job {3}: {4}",
                    message.topic(),
                    message.type(),
                    message.id(),
                    message.key(),
                    reason);
            outbox.failed(taken.position(), delay, reason);
        } else {
            if (breaker.failed(message.topic())) {
                LOG.log(Level.WARNING, "{0} cannot be reached: {1}", message.topic(), reason);
            }
            outbox.failed(taken.position(), Duration.ofSeconds(1), reason);
        }
    }

    /** Stops within about three seconds, whatever the destination does; what was not sent is sent by the next start. */
    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            loop.join(STOP_LIMIT);
            senders.shutdown();
            if (!senders.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                senders.shutdownNow();
            }
            settle();
            Set<Taken> unsettled = Set.copyOf(inFlight.values());
            unsettled.forEach(taken -> outbox.failed(taken.position(), Duration.ZERO, "stopped while sending"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "outbox relay, while stopping: {0}", e.getMessage());
        }
    }
}
