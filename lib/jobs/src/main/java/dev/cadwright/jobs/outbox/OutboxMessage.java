package dev.cadwright.jobs.outbox;

import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Topics;
import dev.cadwright.jobs.sql.JsonText;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A message on its way out; becomes a CloudEvent.
 *
 * @param id {@code ce_id}, unique
 * @param key of the Kafka record: the id of the job; messages of one key leave in the order they were written
 * @param type of the CloudEvent
 * @param source of the CloudEvent, as {@code /cadwright/render}
 * @param schema name of the JSON Schema of {@code data}
 * @param data JSON text
 */
public record OutboxMessage(
        UUID id,
        String topic,
        String key,
        String type,
        String source,
        String schema,
        String tenant,
        Optional<String> traceId,
        Instant time,
        String data) {
    public OutboxMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(data, "data");
    }

    /** An event of a job, written by {@code service}. */
    public static OutboxMessage of(UUID id, String service, JobEvent event, Optional<String> traceId) {
        return new OutboxMessage(
                id,
                Topics.JOB_EVENTS,
                event.jobId().toString(),
                event.type(),
                "/cadwright/" + service,
                "job-event.v1",
                event.tenant(),
                traceId,
                event.time(),
                JsonText.of(event));
    }

    /** A command of the gateway. */
    public static OutboxMessage of(UUID id, JobCommand command, Instant time) {
        return new OutboxMessage(
                id,
                Topics.commands(JobKinds.service(command.kind())),
                command.jobId().toString(),
                command.eventType(),
                "/cadwright/gateway",
                "job-command.v1",
                command.tenant(),
                command.traceId(),
                time,
                JsonText.of(command));
    }
}
