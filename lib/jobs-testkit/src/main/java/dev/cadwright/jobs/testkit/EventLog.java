package dev.cadwright.jobs.testkit;

import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Topics;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All events of all jobs, read by a thread of its own; each kept once, since delivery is at least once. */
final class EventLog implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<UUID, List<JobEvent>> jobs = new HashMap<>();
    private final Thread thread;

    EventLog(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        thread = Thread.ofPlatform().daemon().name("event-log").start(this::read);
    }

    synchronized List<JobEvent> of(UUID job) {
        return List.copyOf(jobs.getOrDefault(job, List.of()));
    }

    JobEvent await(UUID job, Predicate<JobEvent> wanted, Duration patience) {
        return await(job, patience, () -> of(job).stream().filter(wanted).findFirst());
    }

    List<JobEvent> ended(UUID job, Duration patience) {
        await(job, EventLog::isFinal, patience);
        List<JobEvent> events = of(job);
        for (int i = 0; i < events.size(); i++) {
            boolean inOrder = i == 0 || events.get(i).seq() == events.get(i - 1).seq() + 1;
            boolean endsHere = isFinal(events.get(i)) == (i == events.size() - 1);
            if (!inOrder || !endsHere) {
                throw new AssertionError("a gap, or something after the end: " + events);
            }
        }
        return events;
    }

    /** Every wait wakes up with each event that comes. */
    private synchronized <T> T await(UUID job, Duration patience, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.toNanos();
        for (Optional<T> found = look.get(); ; found = look.get()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (found.isPresent()) {
                return found.get();
            }
            if (left <= 0) {
                throw new AssertionError("not within " + patience + ": " + of(job));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + job, e);
            }
        }
    }

    private void read() {
        try (consumer) {
            // Without a group there is nothing to wait for.
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.JOB_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    add(event(record));
                }
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    private synchronized void add(JobEvent event) {
        List<JobEvent> events = jobs.computeIfAbsent(event.jobId(), job -> new ArrayList<>());
        if (events.stream().noneMatch(known -> known.seq() == event.seq())) {
            events.add(event);
            notifyAll();
        }
    }

    private static JobEvent event(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] data =
                    KafkaMessageFactory.createReader(record).toEvent().getData().toBytes();
            return ContractJson.mapper().readValue(data, JobEvent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFinal(JobEvent event) {
        return event.change().stateAfter(JobState.RUNNING).isFinal();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
