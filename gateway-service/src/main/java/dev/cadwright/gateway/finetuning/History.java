package dev.cadwright.gateway.finetuning;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.gateway.caller.CallerContext;
import dev.cadwright.jobs.gateway.JobLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of trainings. */
@ApplicationScoped
class History {
    private static final int PART = 1000;
    private static final int LONGEST = 50_000;

    private final JobLedger ledger;
    private final CallerContext context;

    History(JobLedger ledger, CallerContext context) {
        this.ledger = ledger;
        this.context = context;
    }

    /** At most {@code limit} events with a seq below {@code before}, newest first. */
    List<JobEvent> newest(Job job, long before, int limit) {
        long first = Math.max(0, before - 1 - limit);
        return ledger.events(context.caller().tenant(), job.id(), first, limit).stream()
                .filter(event -> event.seq() < before)
                .toList()
                .reversed();
    }

    /** All events in order; of a very long history the first part. */
    List<JobEvent> all(Job job) {
        var events = new ArrayList<JobEvent>();
        long seq = 0;
        while (events.size() < LONGEST) {
            var part = ledger.events(context.caller().tenant(), job.id(), seq, PART);
            events.addAll(part);
            if (part.size() < PART) {
                break;
            }
            seq = part.getLast().seq();
        }
        return events;
    }
}
