package dev.cadwright.cli.gateway;

import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the events of one job to its end, over as many connections as that takes. */
public final class JobEvents {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int FAILURES_IN_A_ROW = 12;

    private final Gateway gateway;
    private final String job;
    private long seq;
    private boolean ended;

    /**
     * @param after the seq of the last event that is known already; 0 for all
     */
    public JobEvents(Gateway gateway, String job, long after) {
        this.gateway = gateway;
        this.job = job;
        this.seq = after;
    }

    /** Hands on every event once, in order, and returns behind the final one. */
    public void follow(Consumer<JobEvent> consumer) throws InterruptedException {
        int failures = 0;
        while (!ended) {
            long before = seq;
            Optional<IOException> failure = readOne(consumer);
            failures = seq > before ? 0 : failures + 1;
            if (failure.isPresent() && failures > FAILURES_IN_A_ROW) {
                throw gateway.unreachable(failure.get());
            }
            if (!ended) {
                Thread.sleep(pause(failures));
            }
        }
    }

    private Optional<IOException> readOne(Consumer<JobEvent> consumer) {
        try (EventStream stream = gateway.events("v1/jobs/" + job + "/events", seq)) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                JobEvent event = ContractJson.mapper().readValue(next.get().data(), JobEvent.class);
                if (event.seq() > seq) {
                    seq = event.seq();
                    ended = isFinal(event);
                    consumer.accept(event);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static Duration pause(int failures) {
        Duration pause = Duration.ofMillis(100L << Math.min(failures, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    public static boolean isFinal(JobEvent event) {
        return switch (event.change()) {
            case JobChange.Succeeded s -> true;
            case JobChange.Failed f -> true;
            case JobChange.Cancelled c -> true;
            case JobChange.Waiting w -> false;
            case JobChange.Queued q -> false;
            case JobChange.Started s -> false;
            case JobChange.Progressed p -> false;
            case JobChange.Retrying r -> false;
            case JobChange.Cancelling c -> false;
        };
    }
}
