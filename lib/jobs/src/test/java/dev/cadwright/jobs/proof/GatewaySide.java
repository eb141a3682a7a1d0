package dev.cadwright.jobs.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.Topics;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.gateway.JobSpec;
import dev.cadwright.jobs.gateway.SqlJobLedger;
import dev.cadwright.jobs.gateway.Submission;
import dev.cadwright.jobs.gateway.SubmitOutcome;
import dev.cadwright.jobs.outbox.KafkaTransport;
import dev.cadwright.jobs.outbox.Outbox;
import dev.cadwright.jobs.outbox.Relay;
import dev.cadwright.jobs.sql.JobDatabase;
import dev.cadwright.jobs.sql.JsonText;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Ledger, relay and the consumer of events, wired by hand. */
final class GatewaySide implements AutoCloseable {
    final JobDatabase tables;
    final SqlJobLedger ledger;
    final String tenant;
    private final String bootstrap;
    private final String group;
    private final KafkaTransport transport;
    private final Relay relay;
    private TopicReader events;

    GatewaySide(JobDatabase tables, String bootstrap, String tenant) {
        this.tables = tables;
        this.tenant = tenant;
        this.bootstrap = bootstrap;
        this.group = "gateway-" + UUID.randomUUID();
        this.transport = new KafkaTransport(Map.of("bootstrap.servers", bootstrap));
        this.relay = new Relay(new Outbox(tables.database()), transport);
        this.ledger =
                new SqlJobLedger(tables.database(), new UuidV7(Clock.systemUTC(), new SecureRandom()), relay::wake);
        relay.start();
    }

    /** Starts to apply events; a second reader of the group makes the first give partitions away. */
    TopicReader readEvents() {
        return new TopicReader(bootstrap, Topics.JOB_EVENTS, group, tenant, this::apply);
    }

    GatewaySide listening() {
        events = readEvents();
        return this;
    }

    private void apply(CloudEvent event) {
        ledger.apply(event.getId(), event(event));
    }

    static JobEvent event(CloudEvent event) {
        return JsonText.read(new String(event.getData().toBytes(), StandardCharsets.UTF_8), JobEvent.class);
    }

    Job submit(JsonNode input) {
        return submit(input, spec -> spec);
    }

    Job submit(JsonNode input, UnaryOperator<JobSpec> change) {
        JobSpec spec = change.apply(JobSpec.of(ledger.newId(), StepHandler.KIND, input));
        return ((SubmitOutcome.Accepted) ledger.submit(Submission.of(tenant, spec)))
                .jobs()
                .getFirst();
    }

    Job job(UUID id) {
        return ledger.find(tenant, id).orElseThrow();
    }

    List<String> words(UUID id) {
        return ledger.events(tenant, id, 0, 1000).stream()
                .map(event -> event.change().word())
                .filter(word -> !word.equals("progress"))
                .toList();
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
        relay.close();
        transport.close();
    }
}
