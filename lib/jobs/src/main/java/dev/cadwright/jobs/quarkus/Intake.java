package dev.cadwright.jobs.quarkus;

import dev.cadwright.jobs.sql.DatabaseException;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes records in, one after the other, on a thread of its own. A record that cannot be read fails, and becomes a dead
 * letter; while the database cannot be reached, records wait, because they are good. Records that still wait when the
 * application stops are neither acknowledged nor dead: the next start gets them.
 */
final class Intake implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final ExecutorService thread;
    private volatile boolean closed;

    Intake(String name) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** @param action may throw {@link DatabaseException}, then it is repeated; anything else rejects the record */
    Uni<Void> take(ConsumerRecord<String, byte[]> record, Consumer<CloudEvent> action) {
        return Uni.createFrom().emitter(emitter -> {
            if (closed) {
                return;
            }
            thread.execute(() -> {
                try {
                    CloudEvent event = read(record);
                    if (untilTheDatabaseAnswers(() -> action.accept(event))) {
                        emitter.complete(null);
                    }
                } catch (RuntimeException e) {
                    LOG.warnf(
                            "dead letter: record %d of %s-%d: %s",
                            record.offset(), record.topic(), record.partition(), e.getMessage());
                    emitter.fail(e);
                }
            });
        });
    }

    private boolean untilTheDatabaseAnswers(Runnable action) {
        long pause = FIRST_PAUSE_MILLIS;
        while (!closed) {
            try {
                action.run();
                return true;
            } catch (DatabaseException e) {
                if (!closed) {
                    LOG.debugf("waiting for the database: %s", e.getMessage());
                    sleep(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        }
        return false;
    }

    private void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private static CloudEvent read(ConsumerRecord<String, byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a CloudEvent: " + e.getMessage(), e);
        }
    }

    /** The data of an event; empty without any. */
    static Optional<byte[]> data(CloudEvent event) {
        return Optional.ofNullable(event.getData()).map(CloudEventData::toBytes);
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }
}
