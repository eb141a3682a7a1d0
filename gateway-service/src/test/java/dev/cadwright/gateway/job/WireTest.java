package dev.cadwright.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.Tenants;
import dev.cadwright.contracts.Topics;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.jobs.testkit.RealServers;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From a request to the service's topic and back, over Kafka. */
@GatewayTest
class WireTest {
    @Test
    void aRequestBecomesACommandAndEventsBecomeItsState() throws Exception {
        // Given
        var name = Api.name("wire");
        var job = Api.dataset(name);
        // Then the service is asked
        var command = command(job);
        assertThat(command.kind()).isEqualTo("dataset.build");
        assertThat(command.input().path("name").asText()).isEqualTo(name);
        // When it answers, one event twice and the last before the first
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RealServers.shared().kafkaBootstrap()),
                new StringSerializer(),
                new CloudEventSerializer())) {
            var started = event(job, command.nextSeq(), new JobChange.Started());
            var output = ContractJson.mapper()
                    .readTree("{\"manifest\": \"%s\", \"counts\": {\"train\": 1}}".formatted(Api.SHA));
            var succeeded = event(job, command.nextSeq() + 1, new JobChange.Succeeded(output));
            for (var event : List.of(succeeded, started, started)) {
                producer.send(new ProducerRecord<>(Topics.JOB_EVENTS, job.toString(), event))
                        .get();
            }
        }
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Api.get("/v1/datasets/" + name)
                .body("state", is("SUCCEEDED"))
                .body("counts.train", is(1)));
        Api.get("/v1/jobs/" + job).body("seq", is((int) command.nextSeq() + 1));
    }

    private static JobCommand.Run command(UUID job) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RealServers.shared().kafkaBootstrap(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "wire-" + job,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new CloudEventDeserializer())) {
            consumer.subscribe(List.of(Topics.commands("dataset")));
            // A consumer belongs to one thread.
            return Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> poll(consumer, job), Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static Optional<JobCommand.Run> poll(KafkaConsumer<String, CloudEvent> consumer, UUID job)
            throws IOException {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
            if (record.key().equals(job.toString())) {
                assertThat(record.value().getType()).isEqualTo("cadwright.dataset.job.run.v1");
                var data = record.value().getData().toBytes();
                return Optional.of((JobCommand.Run) ContractJson.mapper().readValue(data, JobCommand.class));
            }
        }
        return Optional.empty();
    }

    private static CloudEvent event(UUID job, long seq, JobChange change) throws IOException {
        var event = new JobEvent(job, "dataset.build", Tenants.DEFAULT, 1, seq, Instant.now(), change);
        return CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("/cadwright/dataset"))
                .withType(event.type())
                .withDataContentType("application/json")
                .withData(ContractJson.mapper().writeValueAsBytes(event))
                .build();
    }
}
