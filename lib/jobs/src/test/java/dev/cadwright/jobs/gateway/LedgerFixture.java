package dev.cadwright.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.sql.JobDatabase;
import dev.cadwright.jobs.sql.JsonText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The ledger on a fresh database of the real server, and what its tests ask of it. */
abstract class LedgerFixture {
    static final String TENANT = "acme";
    static final JsonNode INPUT = JsonText.node("{\"size\": 512}");

    static JobDatabase tables;
    static SqlJobLedger ledger;

    @BeforeAll
    static void open() {
        tables = JobDatabase.create();
        ledger = new SqlJobLedger(tables.database(), new UuidV7(Clock.systemUTC(), new Random(7)), () -> {});
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    static Job submit(String kind, JsonNode input) {
        return accepted(Submission.of(TENANT, JobSpec.of(ledger.newId(), kind, input)))
                .getFirst();
    }

    static Job submitAfter(UUID... jobs) {
        return accepted(Submission.of(
                        TENANT,
                        JobSpec.of(ledger.newId(), "render.views", INPUT).withAfter(Set.of(jobs))))
                .getFirst();
    }

    static List<Job> accepted(Submission submission) {
        SubmitOutcome outcome = ledger.submit(submission);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).jobs();
    }

    static List<JobEvent> events(Job job, JobChange... changes) {
        List<JobEvent> events = new ArrayList<>();
        for (JobChange change : changes) {
            events.add(new JobEvent(
                    job.id(),
                    job.kind(),
                    job.tenant(),
                    job.round(),
                    job.seq() + 1 + events.size(),
                    Instant.now(),
                    change));
        }
        return events;
    }

    static void report(Job job, JobChange... changes) {
        for (JobEvent event : events(job, changes)) {
            assertThat(ledger.apply(UUID.randomUUID().toString(), event)).isEqualTo(EventOutcome.APPLIED);
        }
    }

    static JobState state(Job job) {
        return ledger.find(TENANT, job.id()).orElseThrow().state();
    }

    static JobError error(Job job) {
        return ledger.find(TENANT, job.id()).orElseThrow().error().orElseThrow();
    }

    static List<String> words(UUID job) {
        return ledger.events(TENANT, job, 0, 100).stream()
                .map(e -> e.change().word())
                .toList();
    }

    static List<Long> seqs(UUID job) {
        return ledger.events(TENANT, job, 0, 100).stream().map(JobEvent::seq).toList();
    }

    static List<String> outbox(UUID job) {
        return tables.column(
                "SELECT topic || ' ' || type FROM outbox WHERE key = '%s' ORDER BY position".formatted(job));
    }
}
