package dev.cadwright.jobs.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Tenants;
import dev.cadwright.contracts.Topics;
import dev.cadwright.contracts.UuidV7;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Does for one test what the gateway does: commands go out on the service's topic, and what the service says of its
 * jobs comes back from {@link Topics#JOB_EVENTS}. Every wait also checks the stream: seqs without gaps, one final event,
 * nothing after it.
 */
public final class ServiceClient implements AutoCloseable {
    /** The gateway's own event of a job, {@code queued}, has the seq before. */
    private static final long FIRST_SEQ = 2;

    private final KafkaProducer<String, CloudEvent> producer;
    private final EventLog events;
    private final UuidV7 ids = new UuidV7(Clock.systemUTC(), RandomGenerator.getDefault());

    public ServiceClient() {
        String bootstrap = RealServers.shared().kafkaBootstrap();
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringSerializer(),
                new CloudEventSerializer());
        events = new EventLog(bootstrap);
    }

    /** Starts a job whose units may be tried three times. */
    public UUID start(String kind, JsonNode input) {
        UUID job = ids.next();
        send(new JobCommand.Run(
                job, kind, Tenants.DEFAULT, 1, FIRST_SEQ, 0, Optional.empty(), 3, input, Optional.empty()));
        return job;
    }

    /** @param input JSON text */
    public UUID start(String kind, String input) {
        return start(kind, json(input));
    }

    public void cancel(UUID job, String kind) {
        send(new JobCommand.Cancel(job, kind, Tenants.DEFAULT, 1, FIRST_SEQ, "enough", Optional.empty()));
    }

    /** Waits for a job that must succeed; returns its output. */
    public JsonNode output(UUID job, Duration patience) {
        return switch (ended(job, patience).getLast().change()) {
            case JobChange.Succeeded(JsonNode output) -> output;
            case JobChange other -> throw new AssertionError("not a success: " + other);
        };
    }

    /** Runs a job that must succeed; returns its output. */
    public JsonNode run(String kind, String input) {
        return output(start(kind, input), Duration.ofSeconds(60));
    }

    /** Waits for a job that must fail; returns why. */
    public JobError failure(UUID job, Duration patience) {
        return switch (ended(job, patience).getLast().change()) {
            case JobChange.Failed(JobError error) -> error;
            case JobChange other -> throw new AssertionError("not a failure: " + other);
        };
    }

    /** Runs a job that must fail; returns why. */
    public JobError refusal(String kind, String input) {
        return failure(start(kind, input), Duration.ofSeconds(60));
    }

    /** Waits for the final event of a job; returns all its events in order. */
    public List<JobEvent> ended(UUID job, Duration patience) {
        return events.ended(job, patience);
    }

    /** Waits for an event. */
    public JobEvent await(UUID job, Predicate<JobChange> wanted, Duration patience) {
        return awaitAfter(0, job, wanted, patience);
    }

    /** Waits for an event that comes after the one of this seq. */
    public JobEvent awaitAfter(long seq, UUID job, Predicate<JobChange> wanted, Duration patience) {
        return events.await(job, event -> event.seq() > seq && wanted.test(event.change()), patience);
    }

    /** What is known of a job so far, in order. */
    public List<JobEvent> events(UUID job) {
        return events.of(job);
    }

    private void send(JobCommand command) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(ids.next().toString())
                .withSource(URI.create("/cadwright/gateway"))
                .withType(command.eventType())
                .withDataContentType("application/json")
                .withData(bytes(command))
                .build();
        String topic = Topics.commands(JobKinds.service(command.kind()));
        try {
            producer.send(new ProducerRecord<>(topic, command.jobId().toString(), event))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot send " + event.getType(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + event.getType(), e);
        }
    }

    private static byte[] bytes(JobCommand command) {
        try {
            return ContractJson.mapper().writerFor(JobCommand.class).writeValueAsBytes(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        events.close();
    }
}
