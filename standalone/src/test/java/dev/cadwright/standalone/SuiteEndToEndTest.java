package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cli.gateway.JobEvents;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole suite as it ships: real servers, real services, the REST API. */
class SuiteEndToEndTest {
    private static final int STEPS = 96;
    private static final int SAVED_EVERY = 8;
    private static final int BYSTANDERS = 600;
    private static final List<String> PARTS =
            List.of("00000069.json", "00001005.json", "00001011.json", "00039769.step", "00167991.step");

    /** Left where it is by a failure: its logs and artifacts say what happened. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static RealSuite suite;

    @BeforeAll
    static void up() throws IOException {
        suite = RealSuite.start(home);
    }

    @AfterAll
    static void down() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void aPipelineOutlivesKillsOfEverythingWhileItTrains() throws IOException, InterruptedException {
        // Given a dataset, two equal trainings one after the other, and what is to be made of the second
        String dataset = dataset();
        String undisturbed = training("undisturbed", dataset);
        String disturbed = training("disturbed", undisturbed);
        String generation = generation("cadwright-nano-disturbed", disturbed);
        String benchmark = benchmark(generation);
        await("the second training saves").atMost(Duration.ofMinutes(3)).until(() -> saved(disturbed) > 0);
        // When
        Instant firstKill = Instant.now();
        suite.killChildren("training");
        awaitProgress(disturbed, 1);
        String bystander = bystander();
        await().until(() -> state(bystander).equals("RUNNING"));
        suite.kill("dataset");
        suite.kill("kafka");
        suite.killWithChildren("training");
        awaitProgress(disturbed, 2);
        suite.kill("postgres");
        suite.kill("gateway");
        Instant lastKill = Instant.now();
        // Then
        for (String job : List.of(dataset, undisturbed, disturbed, generation, benchmark, bystander)) {
            assertThat(history(job).getLast().change()).as(job).isInstanceOf(JobChange.Succeeded.class);
        }
        assertThat(firstKill).isAfter(time(history(disturbed), JobChange.Started.class));
        assertThat(lastKill).isBefore(time(history(disturbed), JobChange.Succeeded.class));
        assertSameResult(undisturbed, disturbed);
        assertThat(shapes(output(bystander))).isEqualTo(BYSTANDERS);
        assertReported(output(benchmark));
        suite.awaitReady();
        assertToldOnce(List.of(dataset, undisturbed, disturbed, generation, benchmark, bystander));
    }

    /** Each job has one final event and no gap, for who asks the gateway and for who reads the topic. */
    private static void assertToldOnce(List<String> jobs) throws IOException, InterruptedException {
        Map<UUID, List<EventTopic.Delivery>> topic = EventTopic.read(suite.kafka());
        for (String job : jobs) {
            List<JobEvent> history = history(job);
            assertThat(history.stream().filter(JobEvents::isFinal)).as(job).hasSize(1);
            assertThat(history.stream().mapToLong(JobEvent::seq)).as(job).containsExactly(upTo(history.size()));
            assertThat(once(topic.get(UUID.fromString(job)))).as(job).isEqualTo(history);
        }
    }

    /** Bit for bit: every loss on the way, the checkpoints, and the weights. */
    private static void assertSameResult(String undisturbed, String disturbed) throws IOException {
        assertThat(curve(disturbed)).hasSizeGreaterThan(STEPS / 5).isEqualTo(curve(undisturbed));
        assertThat(output(disturbed).path("checkpoints"))
                .hasSize(STEPS / SAVED_EVERY)
                .isEqualTo(output(undisturbed).path("checkpoints"));
        assertThat(weights(disturbed)).matches("[0-9a-f]{64}").isEqualTo(weights(undisturbed));
    }

    private static String dataset() throws IOException {
        ObjectNode request = object().put("name", "parts")
                .put("seed", 11)
                .put("unitSize", 10)
                .put("solids", true);
        var sources = request.putArray("sources");
        sources.addObject()
                .put("type", "procedural")
                .put("count", 60)
                .put("split", "train")
                .put("solids", false);
        sources.addObject()
                .put("type", "procedural")
                .put("count", 10)
                .put("seed", 12)
                .put("split", "validation");
        for (String type : List.of("deepcad", "step")) {
            String upload = suite.gateway()
                    .upload("v1/uploads?name=" + type + ".zip", samples(type.equals("step") ? ".step" : ".json"))
                    .path("id")
                    .asText();
            sources.addObject().put("type", type).put("split", "test").put("upload", upload);
        }
        return suite.gateway().post("v1/datasets", request).path("job").asText();
    }

    private static Path samples(String ending) throws IOException {
        Path zip = home.resolve("parts" + ending + ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(file)) {
            for (String part : PARTS) {
                if (part.endsWith(ending)) {
                    packed.putNextEntry(new ZipEntry(part));
                    String folder = ending.equals(".step") ? "deepcad-step" : "deepcad-json";
                    Files.copy(suite.samples().resolve(folder).resolve(part), packed);
                }
            }
        }
        return zip;
    }

    private static String training(String suffix, String after) {
        ObjectNode request = object().put("model", "cadwright-nano")
                .put("training_file", "parts")
                .put("suffix", suffix)
                .put("seed", 7);
        request.putObject("training")
                .put("max_steps", STEPS)
                .put("per_device_batch_size", 8)
                .put("learning_rate", 1e-4)
                .put("logging_steps", 5)
                .put("eval_steps", 2 * SAVED_EVERY)
                .put("save_steps", SAVED_EVERY);
        request.putArray("after").add(after);
        return id(suite.gateway().post("v1/fine_tuning/jobs", request));
    }

    /** Something for the dataset service to be in the middle of. */
    private static String bystander() {
        ObjectNode request =
                object().put("name", "bystander").put("unitSize", 20).put("solids", false);
        request.putArray("sources").addObject().put("type", "procedural").put("count", BYSTANDERS);
        return suite.gateway().post("v1/datasets", request).path("job").asText();
    }

    private static String generation(String model, String after) {
        ObjectNode request = object().put("model", model)
                .put("dataset", "parts")
                .put("split", "test")
                .put("n", 2)
                .put("select", "input")
                .put("seed", 5);
        request.putArray("after").add(after);
        return id(suite.gateway().post("v1/generations", request));
    }

    private static String benchmark(String generation) {
        ObjectNode request = object().put("dataset", "parts").put("split", "test");
        request.putArray("entries").addObject().put("name", "tuned").put("generation", generation);
        request.putArray("protocols").add("strict-v1").add("cadrille-2025");
        request.putArray("after").add(generation);
        return id(suite.gateway().post("v1/benchmarks", request));
    }

    /** Waits until the attempt after so many failed ones has saved: a training trains at this moment. */
    private static void awaitProgress(String job, int failures) {
        await("the next attempt")
                .atMost(Duration.ofMinutes(2))
                .until(() -> job(job).path("retries").asInt() == failures);
        double before = saved(job);
        await("training goes on").atMost(Duration.ofMinutes(2)).until(() -> saved(job) > before);
        assertThat(state(job)).isEqualTo("RUNNING");
    }

    /** The step of the last checkpoint; 0 before there is one. */
    private static double saved(String job) {
        return job(job).at("/progress/metrics/checkpoint").asDouble();
    }

    private static JsonNode job(String id) {
        return suite.gateway().get("v1/jobs/" + id);
    }

    private static String state(String job) {
        return job(job).path("state").asText();
    }

    private static String weights(String training) {
        return output(training).at("/model/files/model.safetensors").asText();
    }

    private static JsonNode output(String job) {
        return job(job).path("output");
    }

    /** All events of a job, over the API; returns once there is a final one. */
    private static List<JobEvent> history(String job) throws InterruptedException {
        List<JobEvent> events = new ArrayList<>();
        new JobEvents(suite.gateway(), job, 0).follow(events::add);
        return events;
    }

    /** What a subscriber makes of its deliveries by leaving out those it had before; each comes with its own id. */
    private static List<JobEvent> once(List<EventTopic.Delivery> deliveries) {
        Set<EventTopic.Delivery> distinct = new LinkedHashSet<>(deliveries);
        assertThat(distinct.stream().map(EventTopic.Delivery::id)).doesNotHaveDuplicates();
        return distinct.stream().map(EventTopic.Delivery::event).toList();
    }

    private static Long[] upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toArray(Long[]::new);
    }

    private static Instant time(List<JobEvent> history, Class<? extends JobChange> change) {
        return history.stream()
                .filter(event -> change.isInstance(event.change()))
                .findFirst()
                .orElseThrow()
                .time();
    }

    /** The steps and losses of a training, as its artifact tells them; how fast it was is no part of that. */
    private static List<String> curve(String training) throws IOException {
        Path file = home.resolve(training + ".jsonl");
        suite.gateway()
                .download("v1/artifacts/" + output(training).path("history").asText(), file);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(((ObjectNode) ContractJson.mapper().readTree(line))
                    .without("tokens_per_second")
                    .toString());
        }
        return lines;
    }

    /** Shapes kept and shapes left out: together all that were asked for. */
    private static int shapes(JsonNode output) {
        int sum = 0;
        for (String part : List.of("counts", "rejected")) {
            for (JsonNode count : output.path(part)) {
                sum += count.asInt();
            }
        }
        return sum;
    }

    private static void assertReported(JsonNode benchmark) throws IOException {
        assertThat(benchmark.path("summary")).hasSize(4).allSatisfy(row -> {
            assertThat(row.path("samples").asInt()).isEqualTo(PARTS.size());
            assertThat(row.path("meanIou").asDouble()).isBetween(0.0, 1.0);
            assertThat(row.path("valid").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(benchmark.path("summary").findValuesAsText("name")).contains("tuned", "bounding box");
        Path page = home.resolve("report.html");
        suite.gateway().download("v1/artifacts/" + benchmark.at("/report/html").asText(), page);
        assertThat(page).content().contains("tuned", "strict-v1", "cadrille-2025", "<svg");
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asText();
    }

    private static ObjectNode object() {
        return ContractJson.mapper().createObjectNode();
    }
}
