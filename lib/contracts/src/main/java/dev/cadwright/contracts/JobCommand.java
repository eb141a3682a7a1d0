package dev.cadwright.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the gateway asks of a service: the {@code data} of a CloudEvent on the service's command topic, keyed by job. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(JobCommand.Run.class), @JsonSubTypes.Type(JobCommand.Cancel.class)})
public sealed interface JobCommand {
    UUID jobId();

    String kind();

    String tenant();

    int round();

    /** Seq of the first event that the service writes for this round. */
    long nextSeq();

    Optional<String> traceId();

    /** Type of the CloudEvent, as {@code cadwright.render.job.run.v1}. */
    @JsonIgnore
    default String eventType() {
        String word =
                switch (this) {
                    case Run r -> "run";
                    case Cancel c -> "cancel";
                };
        return "cadwright." + JobKinds.service(kind()) + ".job." + word + ".v1";
    }

    /**
     * Run a job, from now on owned by the service.
     *
     * @param priority larger is claimed first; 0 is normal
     * @param deadline total time limit over all attempts
     * @param maxAttempts failed attempts allowed for each unit, at least 1
     * @param input what the kind defines, with all references resolved
     */
    @JsonTypeName("job.run")
    record Run(
            UUID jobId,
            String kind,
            String tenant,
            int round,
            long nextSeq,
            int priority,
            Optional<Instant> deadline,
            int maxAttempts,
            JsonNode input,
            Optional<String> traceId)
            implements JobCommand {
        public Run {
            requireValid(jobId, kind, tenant, round, nextSeq);
            deadline = deadline == null ? Optional.empty() : deadline;
            traceId = traceId == null ? Optional.empty() : traceId;
            input = input == null ? NullNode.getInstance() : input;
            if (maxAttempts < 1) {
                throw new IllegalArgumentException("maxAttempts must be at least 1: " + maxAttempts);
            }
        }
    }

    /** Stop a round of a job. Where the service never saw the job, it records it as cancelled. */
    @JsonTypeName("job.cancel")
    record Cancel(
            UUID jobId, String kind, String tenant, int round, long nextSeq, String reason, Optional<String> traceId)
            implements JobCommand {
        public Cancel {
            requireValid(jobId, kind, tenant, round, nextSeq);
            reason = reason == null ? "" : reason;
            traceId = traceId == null ? Optional.empty() : traceId;
        }
    }

    private static void requireValid(UUID jobId, String kind, String tenant, int round, long nextSeq) {
        Objects.requireNonNull(jobId, "jobId");
        JobKinds.requireValid(kind);
        Tenants.requireValid(tenant);
        if (round < 1 || nextSeq < 1) {
            throw new IllegalArgumentException("round and nextSeq start at 1: " + round + ", " + nextSeq);
        }
    }
}
