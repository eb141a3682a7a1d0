package dev.cadwright.service.dataset.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import dev.cadwright.service.dataset.DatasetServiceTest;
import dev.cadwright.service.dataset.Zips;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DatasetServiceTest
class ProgramJobTest {
    private static final String KIND = "programs.execute";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://cadwright.dev/schema/", "classpath:schema/")));

    @Inject
    ArtifactStore artifacts;

    @Test
    void aFolderOfMixedProgramsIsExecutedAndListedInItsOrder() throws Exception {
        OpenScadWorker.require();
        // Given
        Map<String, byte[]> programs = mixed();
        String folder = artifacts.put(Zips.of(programs), "application/zip").sha256();

        // When
        try (ServiceClient service = new ServiceClient()) {
            String input = """
                {"folder": "%s", "export": ["stl"], "timeout": 10, "unitSize": 7}\
                """.formatted(folder);
            UUID job = service.start(KIND, input);
            JsonNode output = service.output(job, Duration.ofSeconds(90));

            // Then
            List<JsonNode> records = records(output);
            List<String> names = new ArrayList<>(new TreeMap<>(programs).keySet());
            names.remove("read.me");
            names.remove("lib/part.stl");
            assertThat(records)
                    .extracting(record -> record.path("name").asText())
                    .isEqualTo(names);
            assertThat(records).hasSize(30);
            assertThat(problems("input", ContractJson.mapper().readTree(input))).isEmpty();
            assertThat(problems("output", output)).isEmpty();
            assertThat(records).allSatisfy(record -> assertThat(problems("record", record))
                    .as(record.toString())
                    .isEmpty());
            assertThat(output.path("programs").asInt()).isEqualTo(30);
            assertThat(output.path("counts").path("ok").asInt()).isGreaterThanOrEqualTo(24);
            assertThat(output.path("counts").path("syntax").asInt()).isGreaterThanOrEqualTo(2);
            for (JsonNode record : records) {
                // A drawing is fine, and has no solid to write.
                boolean ok = record.path("category").asText().equals("ok")
                        && record.path("volume").asDouble() > 0;
                assertThat(record.path("artifacts").has("stl"))
                        .as(record.toString())
                        .isEqualTo(ok);
                if (ok) {
                    assertThat(artifacts.exists(record.at("/artifacts/stl").asText()))
                            .isTrue();
                }
            }
            assertThat(service.events(job)).anySatisfy(event -> assertThat(event.change())
                    .isInstanceOfSatisfying(JobChange.Progressed.class, progressed -> assertThat(
                                    progressed.progress().total())
                            .isEqualTo(30)));
        }
    }

    @Test
    void aDatasetIsBuiltOfProgramsOfAllLanguagesAndItsProgramsRunAgain() throws Exception {
        OpenScadWorker.require();
        // Given
        String folder = artifacts.put(Zips.of(mixed()), "application/zip").sha256();

        // When
        try (ServiceClient service = new ServiceClient()) {
            JsonNode built =
                    service.output(service.start("dataset.build", """
                        {"name": "mixed", "seed": 1, "unitSize": 9,
                         "sources": [{"type": "folder", "artifact": "%s", "split": "test"}]}\
                        """.formatted(folder)), Duration.ofSeconds(90));
            Dataset dataset = Dataset.open(built.path("manifest").asText(), artifacts);
            Map<String, Sample> samples = new HashMap<>();
            dataset.each(Split.TEST, Integer.MAX_VALUE, sample -> samples.put(sample.id(), sample));

            // Then
            Sample scad = samples.get("boxes-1");
            assertThat(scad.description().language()).isEqualTo("openscad");
            assertThat(scad.files())
                    .containsOnlyKeys(SampleFile.INCLUDED, SampleFile.MESH, SampleFile.OPENSCAD, SampleFile.POINTS);
            Sample sketch = samples.get("plate-1");
            assertThat(sketch.description().language()).isEqualTo("sketch");
            assertThat(sketch.files()).containsKeys(SampleFile.SKETCH, SampleFile.PROGRAM, SampleFile.SOLID);
            assertThat(samples.values())
                    .extracting(sample -> sample.description().language())
                    .contains("deepcad", "sketch", "openscad", "");
            assertThat(dataset.manifest().rejections())
                    .contains(
                            new Rejection("broken-a", "syntax"),
                            new Rejection("broken-b", "syntax"),
                            new Rejection("drawing", "no_result"));

            // When
            JsonNode again = service.run(
                    KIND,
                    "{\"dataset\": \"%s\"}".formatted(built.path("manifest").asText()));

            // Then
            assertThat(again.path("programs").asInt()).isEqualTo(samples.size());
            assertThat(again.path("counts").path("ok").asInt()).isEqualTo(samples.size());
        }
    }

    @Test
    void whatCannotBeExecutedSaysWhyAndIsNotTriedAgain() throws Exception {
        String empty = artifacts
                .put(Zips.of(Map.of("read.me", bytes("nothing"))), "application/zip")
                .sha256();
        try (ServiceClient service = new ServiceClient()) {
            assertThat(service.refusal(KIND, "{\"folder\": \"%s\"}".formatted(empty))
                            .code())
                    .isEqualTo("no_programs");
            assertThat(service.refusal(
                                    KIND, "{\"dataset\": \"%s\", \"language\": \"sketch\"}".formatted("cd".repeat(32)))
                            .code())
                    .isEqualTo("invalid_input");
            assertThat(service.refusal(KIND, "{}").code()).isEqualTo("invalid_input");
            assertThat(service.refusal(KIND, "{\"folder\": \"%s\"}".formatted("cd".repeat(32)))
                            .code())
                    .isEqualTo("artifact_missing");
        }
    }

    @Test
    void aCancelledJobStops() throws Exception {
        OpenScadWorker.require();
        Map<String, byte[]> programs = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            programs.put("%03d.scad".formatted(i), bytes("sphere(%d, $fn = 40);".formatted(i + 1)));
        }
        String folder = artifacts.put(Zips.of(programs), "application/zip").sha256();
        try (ServiceClient service = new ServiceClient()) {
            UUID job = service.start(KIND, "{\"folder\": \"%s\", \"unitSize\": 200}".formatted(folder));
            service.await(job, JobChange.Started.class::isInstance, Duration.ofSeconds(20));
            service.cancel(job, KIND);
            assertThat(service.ended(job, Duration.ofSeconds(20)).getLast().change())
                    .isInstanceOf(JobChange.Cancelled.class);
        }
    }

    /** 30 programs, of which some fail, a file that one includes, and one that is no program. */
    private static Map<String, byte[]> mixed() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        Path samples = ServiceHomeResource.root().resolve("samples");
        for (String id : List.of("00000069", "00001011")) {
            files.put("json/" + id + ".json", Files.readAllBytes(samples.resolve("deepcad-json/" + id + ".json")));
        }
        try (var solids = Files.list(samples.resolve("deepcad-step"))) {
            for (Path solid : solids.sorted().limit(4).toList()) {
                files.put("step/" + solid.getFileName(), Files.readAllBytes(solid));
            }
        }
        for (int i = 1; i <= 10; i++) {
            files.put("sketch/plate-%d.sketch".formatted(i), bytes(plate(i)));
        }
        for (int i = 1; i <= 10; i++) {
            files.put(
                    "scad/boxes-%d.scad".formatted(i),
                    bytes("use <../lib/box.scad>\nbox(%d);\ntranslate([20, 0, 0]) cube(%d);".formatted(i, 11 - i)));
        }
        files.put("lib/box.scad", bytes("module box(size) { cube([size, 2 * size, 3]); }\nbox(1);"));
        files.put("broken-a.scad", bytes("cube("));
        files.put("broken-b.sketch", bytes("sketch = Sketch("));
        files.put("drawing.scad", bytes("square(3);"));
        files.put("read.me", bytes("no program"));
        files.put("lib/part.stl", bytes("solid\nendsolid"));
        return files;
    }

    private static String plate(int size) {
        return """
            sketch = Sketch()
            sketch.add_circle(center=(0, 0), radius=%d)
            Extrude(sketch, distance=4)
            """.formatted(size);
    }

    private List<JsonNode> records(JsonNode output) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        String lines = new String(artifacts.read(output.path("records").asText(), 1 << 20), StandardCharsets.UTF_8);
        for (String line : lines.lines().toList()) {
            records.add(ContractJson.mapper().readTree(line));
        }
        return records;
    }

    /** What the contract's schema finds wrong. */
    private static Set<ValidationMessage> problems(String part, JsonNode json) {
        return SCHEMAS.getSchema(
                        SchemaLocation.of("https://cadwright.dev/schema/programs-execute.v1.json#/$defs/" + part))
                .validate(json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
