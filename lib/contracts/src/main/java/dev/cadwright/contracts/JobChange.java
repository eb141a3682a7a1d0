package dev.cadwright.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What happened to a job: the part of a {@link JobEvent} that differs by type. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(JobChange.Waiting.class),
    @JsonSubTypes.Type(JobChange.Queued.class),
    @JsonSubTypes.Type(JobChange.Started.class),
    @JsonSubTypes.Type(JobChange.Progressed.class),
    @JsonSubTypes.Type(JobChange.Retrying.class),
    @JsonSubTypes.Type(JobChange.Cancelling.class),
    @JsonSubTypes.Type(JobChange.Succeeded.class),
    @JsonSubTypes.Type(JobChange.Failed.class),
    @JsonSubTypes.Type(JobChange.Cancelled.class)
})
public sealed interface JobChange {

    /** The job is accepted and waits until all jobs of {@code after} have succeeded. */
    @JsonTypeName("waiting")
    record Waiting(List<UUID> after) implements JobChange {
        public Waiting {
            after = List.copyOf(after);
        }
    }

    /** The job is handed over to its service. */
    @JsonTypeName("queued")
    record Queued() implements JobChange {}

    /** The first unit of this round was claimed. */
    @JsonTypeName("started")
    record Started() implements JobChange {}

    @JsonTypeName("progress")
    record Progressed(Progress progress) implements JobChange {
        public Progressed {
            Objects.requireNonNull(progress, "progress");
        }
    }

    /**
     * An attempt at one unit failed and another will be made.
     *
     * @param attempt the attempt that failed, from 1
     * @param notBefore earliest start of the next attempt
     */
    @JsonTypeName("retrying")
    record Retrying(String stage, int index, int attempt, Instant notBefore, JobError error) implements JobChange {
        public Retrying {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(notBefore, "notBefore");
            Objects.requireNonNull(error, "error");
        }
    }

    /** Cancellation was accepted while units run; they are being stopped. */
    @JsonTypeName("cancelling")
    record Cancelling(String reason) implements JobChange {
        public Cancelling {
            reason = reason == null ? "" : reason;
        }
    }

    /** Final. {@code output} is small JSON; large results are artifacts that it names. */
    @JsonTypeName("succeeded")
    record Succeeded(JsonNode output) implements JobChange {
        public Succeeded {
            output = output == null ? NullNode.getInstance() : output;
        }
    }

    /** Final. */
    @JsonTypeName("failed")
    record Failed(JobError error) implements JobChange {
        public Failed {
            Objects.requireNonNull(error, "error");
        }
    }

    /** Final. */
    @JsonTypeName("cancelled")
    record Cancelled(String reason) implements JobChange {
        public Cancelled {
            reason = reason == null ? "" : reason;
        }
    }

    /** The state of a job right after this change, given the one before. */
    default JobState stateAfter(JobState before) {
        return switch (this) {
            case Waiting w -> JobState.WAITING;
            case Queued q -> JobState.QUEUED;
            case Started s -> JobState.RUNNING;
            case Progressed p -> before;
            case Retrying r -> before;
            case Cancelling c -> before;
            case Succeeded s -> JobState.SUCCEEDED;
            case Failed f -> JobState.FAILED;
            case Cancelled c -> JobState.CANCELLED;
        };
    }

    /** The word for this change in the type of its CloudEvent, equal to the {@code type} in the JSON. */
    default String word() {
        return switch (this) {
            case Waiting w -> "waiting";
            case Queued q -> "queued";
            case Started s -> "started";
            case Progressed p -> "progress";
            case Retrying r -> "retrying";
            case Cancelling c -> "cancelling";
            case Succeeded s -> "succeeded";
            case Failed f -> "failed";
            case Cancelled c -> "cancelled";
        };
    }
}
