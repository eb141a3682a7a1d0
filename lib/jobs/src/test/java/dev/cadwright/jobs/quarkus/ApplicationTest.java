package dev.cadwright.jobs.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Topics;
import dev.cadwright.jobs.gateway.IdempotencyKey;
import dev.cadwright.jobs.gateway.IdempotencyStore;
import dev.cadwright.jobs.gateway.JobLedger;
import dev.cadwright.jobs.gateway.JobSpec;
import dev.cadwright.jobs.gateway.Submission;
import dev.cadwright.jobs.gateway.SubmitOutcome;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.testkit.RealServers;
import dev.cadwright.jobs.testkit.RealServersResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Both sides wired into an application, on the real servers. */
@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
class ApplicationTest {
    private static final String TENANT = "acme";

    @Inject
    JobLedger ledger;

    @Inject
    JobFeed feed;

    @Inject
    IdempotencyStore keys;

    @Inject
    MeterRegistry meters;

    @Test
    void aJobGoesAllTheWayAndItsFollowerSeesEveryEventUpToTheLast() {
        // Given
        Job job = submit("{\"text\": \"hello \\u0000 \\ud83d\\ude00\", \"seconds\": 1}");

        // When
        List<JobEvent> events =
                feed.follow(TENANT, job.id(), 0).collect().asList().await().atMost(Duration.ofSeconds(60));

        // Then
        assertThat(events).extracting(e -> e.change().word()).containsSubsequence("queued", "started", "succeeded");
        assertThat(events).extracting(JobEvent::seq).isSorted().startsWith(1L).doesNotHaveDuplicates();
        Job ended = ledger.find(TENANT, job.id()).orElseThrow();
        assertThat(ended.output()).contains(job.input());
        assertThat(ended.progress().done()).isEqualTo(1);
        assertThat(feed.follow(TENANT, job.id(), events.size() - 1)
                        .collect()
                        .asList()
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .containsExactly(events.getLast());
        assertThat(feed.follow(TENANT, job.id(), events.size())
                        .collect()
                        .asList()
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isEmpty();
        assertThat(feed.follow("other", job.id(), 0).collect().asList().await().atMost(Duration.ofSeconds(10)))
                .isEmpty();
        assertThat(meters.get("cadwright.units.ended")
                        .tag("stage", "work")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void aRunningJobIsCancelledAndCanBeRetried() {
        // Given
        Job job = submit("{\"seconds\": 600}");
        List<JobEvent> seen = new CopyOnWriteArrayList<>();
        feed.follow(TENANT, job.id(), 0).subscribe().with(seen::add);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(job) == JobState.RUNNING);

        // When
        ledger.cancel(TENANT, job.id(), "enough");

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> state(job) == JobState.CANCELLED);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(seen).extracting(e -> e.change().word()).endsWith("cancelling", "cancelled"));

        // When
        ledger.retry(TENANT, job.id());

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> state(job) == JobState.RUNNING);
        ledger.cancel(TENANT, job.id(), "enough");
        await().atMost(Duration.ofSeconds(20)).until(() -> state(job) == JobState.CANCELLED);
    }

    @Test
    void aRecordThatCannotBeReadBecomesADeadLetterAndTheNextOneIsTaken() throws Exception {
        // Given
        String topic = Topics.commands("test");
        String poison = "{\"type\": \"job.run\", \"jobId\": 7} " + UUID.randomUUID();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RealServers.shared().kafkaBootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            // When
            for (int partition = 0; partition < producer.partitionsFor(topic).size(); partition++) {
                producer.send(new ProducerRecord<>(topic, partition, "poison", poison))
                        .get();
            }
        }
        Job job = submit("{}");

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> state(job) == JobState.SUCCEEDED);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                RealServers.shared().kafkaBootstrap(),
                        ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetters(topic)));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                ConsumerRecord<String, String> dead =
                        consumer.poll(Duration.ofSeconds(2)).iterator().next();
                assertThat(dead.value()).isEqualTo(poison);
                assertThat(new String(
                                dead.headers().lastHeader("dead-letter-topic").value(), StandardCharsets.UTF_8))
                        .isEqualTo(topic);
                assertThat(dead.headers().lastHeader("dead-letter-offset")).isNotNull();
                assertThat(dead.headers().lastHeader("dead-letter-reason")).isNotNull();
            });
        }
    }

    @Test
    void theAnswerOfARepeatedRequestIsReplayed() {
        // Given
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), "POST /v1/uploads 1");
        IdempotencyStore.Answer answer = new IdempotencyStore.Answer(201, "application/json", "/v1/x", "{\"a\": 1}");

        // Then
        assertThat(keys.start(TENANT, key)).isInstanceOf(IdempotencyStore.Start.Process.class);
        assertThat(keys.start(TENANT, key)).isInstanceOf(IdempotencyStore.Start.KeyInFlight.class);
        keys.finish(TENANT, key, answer);
        assertThat(keys.start(TENANT, key)).isEqualTo(new IdempotencyStore.Start.Replay(answer));
        assertThat(keys.start(TENANT, new IdempotencyKey(key.value(), "POST /v1/uploads 2")))
                .isInstanceOf(IdempotencyStore.Start.KeyReused.class);
        assertThat(keys.start("other", key)).isInstanceOf(IdempotencyStore.Start.Process.class);
    }

    private Job submit(String input) {
        JsonNode json = JsonText.node(input);
        SubmitOutcome outcome = ledger.submit(Submission.of(TENANT, JobSpec.of(ledger.newId(), "test.echo", json)));
        return ((SubmitOutcome.Accepted) outcome).jobs().getFirst();
    }

    private JobState state(Job job) {
        return ledger.find(TENANT, job.id()).orElseThrow().state();
    }
}
