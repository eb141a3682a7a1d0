package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.gateway.JobLedger;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Reads the ledger's history, part by part, as fast as the follower takes it. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.gateway.enabled", stringValue = "true")
class LedgerJobFeed implements JobFeed {
    private static final int PART = 200;

    private final JobLedger ledger;
    private final EventSignal signal;
    private final JobsConfig config;

    LedgerJobFeed(JobLedger ledger, EventSignal signal, JobsConfig config) {
        this.ledger = ledger;
        this.signal = signal;
        this.config = config;
    }

    /** Where a follower stands. */
    private static final class Position {
        private long seq;
        private boolean ended;

        Position(long seq) {
            this.seq = seq;
        }

        void advance(List<JobEvent> events) {
            if (!events.isEmpty()) {
                JobEvent last = events.getLast();
                seq = last.seq();
                ended = last.change().stateAfter(JobState.RUNNING).isFinal();
            }
        }
    }

    @Override
    public Multi<JobEvent> follow(String tenant, UUID job, long afterSeq) {
        return blocking(() -> ledger.find(tenant, job)).onItem().transformToMulti(found -> {
            Position position = new Position(afterSeq);
            // Nothing follows the last event of a job that has ended.
            position.ended = found.isEmpty()
                    || found.get().state().isFinal() && found.get().seq() <= afterSeq;
            return events(tenant, job, position);
        });
    }

    private Multi<JobEvent> events(String tenant, UUID job, Position position) {
        return Multi.createBy()
                .repeating()
                .uni(() -> position, p -> next(tenant, job, p))
                .whilst(events -> !(events.isEmpty() && position.ended))
                .onItem()
                .<JobEvent>disjoint();
    }

    private Uni<List<JobEvent>> next(String tenant, UUID job, Position position) {
        return Uni.createFrom().deferred(() -> {
            // Asked for before reading, so that an event between the two is not slept over.
            CompletableFuture<Void> signalled =
                    signal.await(job, config.gateway().poll()).subscribeAsCompletionStage();
            return read(tenant, job, position).onItem().transformToUni(events -> {
                if (!events.isEmpty() || position.ended) {
                    signalled.cancel(false);
                    return Uni.createFrom().item(events);
                }
                return Uni.createFrom()
                        .completionStage(signalled)
                        .onItem()
                        .transformToUni(nothing -> read(tenant, job, position));
            });
        });
    }

    private Uni<List<JobEvent>> read(String tenant, UUID job, Position position) {
        return blocking(() -> ledger.events(tenant, job, position.seq, PART)).invoke(position::advance);
    }

    private static <T> Uni<T> blocking(Supplier<T> query) {
        return Uni.createFrom().item(query).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
