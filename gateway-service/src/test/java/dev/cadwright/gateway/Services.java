package dev.cadwright.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.contracts.Tenants;
import dev.cadwright.jobs.gateway.JobLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Reports about jobs as the services do, straight to the ledger. */
@ApplicationScoped
public class Services {
    private final JobLedger ledger;

    Services(JobLedger ledger) {
        this.ledger = ledger;
    }

    public Job job(UUID id) {
        return ledger.find(Tenants.DEFAULT, id).orElseThrow();
    }

    /** Records the next event of a job. */
    public void report(UUID id, JobChange change) {
        var job = job(id);
        var event = new JobEvent(id, job.kind(), job.tenant(), job.round(), job.seq() + 1, Instant.now(), change);
        ledger.apply(UUID.randomUUID().toString(), event);
    }

    public void start(UUID id) {
        report(id, new JobChange.Started());
    }

    public void progress(UUID id, long done, long total, Map<String, Double> metrics) {
        report(id, new JobChange.Progressed(new Progress(done, total, "", metrics)));
    }

    /** Starts the job unless it runs, and ends it with an output. */
    public void succeed(UUID id, String output) {
        if (job(id).state() == JobState.QUEUED) {
            start(id);
        }
        try {
            report(id, new JobChange.Succeeded(ContractJson.mapper().readTree(output)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public void fail(UUID id, String code, String message) {
        report(id, new JobChange.Failed(JobError.permanent(code, message)));
    }
}
