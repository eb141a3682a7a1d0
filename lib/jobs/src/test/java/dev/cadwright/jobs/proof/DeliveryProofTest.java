package dev.cadwright.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.artifacts.Sha256;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Topics;
import dev.cadwright.jobs.gateway.JobFilter;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.testkit.LocalServers;
import dev.cadwright.jobs.testkit.RealServers;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Delivery: promises G1, G3 and G9. */
class DeliveryProofTest extends ProofTest {
    @Test
    void g1WhatWasAcceptedSurvivesTheGatewayAtWhateverStepItDies() {
        // Given a gateway that is killed again and again while it accepts jobs
        Set<UUID> accepted = new HashSet<>();
        Random random = new Random(11);
        for (int round = 0; round < 2; round++) {
            try (ChildJvm victim = new ChildJvm(
                    GatewayProcess.class, tables.url(), tables.user(), tables.password(), BOOTSTRAP, tenant)) {
                victim.awaitLine("ACCEPTED");
                int jobs = 5 + random.nextInt(60);
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> victim.linesWith("ACCEPTED").size() >= jobs);
                victim.kill();
                victim.linesWith("ACCEPTED")
                        .forEach(line -> accepted.add(UUID.fromString(line.substring("ACCEPTED ".length()))));
            }
        }

        // Then all that was accepted is there, and its command arrives
        Set<UUID> stored = new HashSet<>();
        tables.column("SELECT id FROM job").forEach(id -> stored.add(UUID.fromString(id)));
        assertThat(stored).containsAll(accepted);
        Set<UUID> commanded = ConcurrentHashMap.newKeySet();
        try (TopicReader unused = new TopicReader(
                BOOTSTRAP, Topics.commands("render"), tenant, tenant, event -> commanded.add(command(event)))) {
            await().atMost(Duration.ofSeconds(40)).until(() -> commanded.containsAll(stored));
        }
        assertThat(commanded).isEqualTo(stored);
        System.out.println("G1: " + accepted.size() + " accepted, " + stored.size() + " stored and delivered");
    }

    @Test
    void g3RecordsThatComeThreeTimesInAnyOrderHaveTheirEffectOnce() {
        // Given commands that are taken in three times each, shuffled, under old and new ids
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            jobs.add(gateway.submit(StepHandler.input(3, 2, 5)));
        }
        List<CloudEvent> commands = recorded(Topics.commands("render"), jobs.size());
        List<CloudEvent> events = Collections.synchronizedList(new ArrayList<>());
        try (WorkerSide worker = workerHere();
                TopicReader unused =
                        new TopicReader(BOOTSTRAP, Topics.JOB_EVENTS, "g3" + tenant, tenant, events::add)) {
            Random random = new Random(3);
            for (int i = 0; i < 3; i++) {
                Collections.shuffle(commands, random);
                for (CloudEvent command : commands) {
                    String id = random.nextBoolean()
                            ? command.getId()
                            : UUID.randomUUID().toString();
                    worker.store.accept(id, run(command));
                }
            }
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> jobs.stream().allMatch(job -> state(job).isFinal()));
            await().atMost(Duration.ofSeconds(60)).until(() -> finals(events).size() == jobs.size());
        }

        // When the events come three times, too, to a ledger that has none of them yet
        gateway.close();
        tables.execute("DELETE FROM inbox WHERE consumer = 'ledger'; DELETE FROM job_event WHERE seq > 1;"
                + " UPDATE job SET seq = 1, state = 'QUEUED', output = NULL, finished_at = NULL");
        gateway = new GatewaySide(tables, BOOTSTRAP, tenant);
        List<CloudEvent> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            three.addAll(events);
        }
        Collections.shuffle(three, new Random(4));
        three.forEach(event -> gateway.ledger.apply(event.getId(), GatewaySide.event(event)));

        // Then each job ended once, with the artifacts that its input means
        assertThat(finals(events)).hasSize(jobs.size());
        FolderArtifactStore store = new FolderArtifactStore(artifacts);
        List<String> digests = List.of(digest("unit 0"), digest("unit 1"), digest("unit 2"));
        for (Job job : jobs) {
            Job ended = gateway.job(job.id());
            assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(ended.output().orElseThrow().get("results"))
                    .extracting(node -> node.asText())
                    .containsExactlyElementsOf(digests);
            assertGapFree(gateway.ledger.events(tenant, job.id(), 0, 1000));
        }
        digests.forEach(store::verify);
    }

    @Test
    void g9EventsStayInOrderThroughRebalanceDuplicatesAndADeadBroker() {
        assumeThat(RealServers.shared()).as("a broker that can be killed").isInstanceOf(LocalServers.class);
        LocalServers servers = (LocalServers) RealServers.shared();
        Map<UUID, List<Long>> seen = new ConcurrentHashMap<>();
        List<Job> jobs = new ArrayList<>();

        // Given jobs that run while consumers come and go and the broker dies
        try (WorkerSide unused = workerHere();
                TopicReader topic = new TopicReader(BOOTSTRAP, Topics.JOB_EVENTS, "g9" + tenant, tenant, event -> {
                    JobEvent e = GatewaySide.event(event);
                    seen.computeIfAbsent(e.jobId(), id -> Collections.synchronizedList(new ArrayList<>()))
                            .add(e.seq());
                })) {
            for (int i = 0; i < 18; i++) {
                jobs.add(gateway.submit(StepHandler.input(2, 6, 40)));
            }
            try (TopicReader second = gateway.readEvents()) {
                await().atMost(Duration.ofSeconds(30)).until(() -> ended(jobs) >= 3);
                servers.kafka().kill();
                for (int i = 0; i < 5; i++) {
                    jobs.add(gateway.submit(StepHandler.input(2, 6, 40)));
                }
                servers.kafka().restart();
                await().atMost(Duration.ofSeconds(60)).until(() -> ended(jobs) >= 14);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> ended(jobs) == jobs.size());
            await().atMost(Duration.ofSeconds(30)).until(() -> jobs.stream()
                    .allMatch(job -> last(seen, job) == gateway.job(job.id()).seq()));
        }

        // Then
        for (Job job : jobs) {
            assertThat(state(job)).isEqualTo(JobState.SUCCEEDED);
            assertGapFree(gateway.ledger.events(tenant, job.id(), 0, 1000));
            List<Long> firstTime = List.copyOf(new java.util.LinkedHashSet<>(seen.get(job.id())));
            assertThat(firstTime).as("on the topic").containsExactlyElementsOf(upTo(firstTime.size()));
        }
        assertThat(gateway.ledger
                        .list(tenant, JobFilter.ALL, Optional.empty(), 100)
                        .data())
                .hasSize(jobs.size());
    }

    private long ended(Collection<Job> jobs) {
        return jobs.stream().filter(job -> state(job).isFinal()).count();
    }

    private static long last(Map<UUID, List<Long>> seen, Job job) {
        List<Long> seqs = seen.get(job.id());
        return seqs == null ? 0 : Collections.max(List.copyOf(seqs));
    }

    private List<CloudEvent> recorded(String topic, int count) {
        Map<String, CloudEvent> records = Collections.synchronizedMap(new LinkedHashMap<>());
        try (TopicReader unused = new TopicReader(
                BOOTSTRAP, topic, "once" + tenant, tenant, event -> records.put(event.getId(), event))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> records.size() == count);
        }
        return new ArrayList<>(records.values());
    }

    private static List<CloudEvent> finals(List<CloudEvent> events) {
        Map<String, CloudEvent> finals = new LinkedHashMap<>();
        List.copyOf(events).stream()
                .filter(event -> GatewaySide.event(event)
                        .change()
                        .stateAfter(JobState.RUNNING)
                        .isFinal())
                .forEach(event -> finals.put(event.getId(), event));
        return List.copyOf(finals.values());
    }

    private static JobCommand run(CloudEvent event) {
        return JsonText.read(new String(event.getData().toBytes(), StandardCharsets.UTF_8), JobCommand.class);
    }

    private static UUID command(CloudEvent event) {
        return run(event).jobId();
    }

    private static void assertGapFree(List<JobEvent> events) {
        assertThat(events).extracting(JobEvent::seq).containsExactlyElementsOf(upTo(events.size()));
        assertThat(events)
                .filteredOn(event -> event.change().stateAfter(JobState.RUNNING).isFinal())
                .hasSize(1);
    }

    private static List<Long> upTo(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static String digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
