package dev.cadwright.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.geometry.format.NpyArray;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.jobs.testkit.ServiceClient;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DatasetServiceTest
class BuildTest {
    private static final String KIND = "dataset.build";

    @Inject
    ArtifactStore artifacts;

    @Test
    void aBrokenFileIsCountedAndNamedAndTheRestIsKept() throws Exception {
        // Given
        String deepcad = artifacts
                .put(
                        Zips.ofSamples(
                                "deepcad-json", Map.of("00000001.json", "{\"entities\": {", "0-empty.json", "{}")),
                        "application/zip")
                .sha256();
        String step = artifacts
                .put(
                        Zips.ofSamples("deepcad-step", Map.of("00000002.step", "ISO-10303-21;\nHEADER;")),
                        "application/zip")
                .sha256();

        // When
        try (ServiceClient service = new ServiceClient()) {
            UUID job = service.start(KIND, """
                    {"name": "parts", "seed": 3, "unitSize": 5,
                     "splits": {"train": 0.6, "validation": 0.2, "test": 0.2},
                     "sources": [{"type": "deepcad", "artifact": "%s", "count": 14},
                                 {"type": "step", "artifact": "%s", "split": "test",
                                  "count": 9}]}
                    """.formatted(deepcad, step));
            JsonNode output = service.output(job, Duration.ofSeconds(60));

            // Then
            Dataset dataset = Dataset.open(output.path("manifest").asText(), artifacts);
            List<Sample> samples = samples(dataset);
            assertThat(dataset.manifest().rejections())
                    .extracting(Rejection::id)
                    .containsExactly("0-empty", "00000001", "00000002");
            assertThat(output.path("rejected").properties().stream()
                            .mapToInt(reason -> reason.getValue().asInt())
                            .sum())
                    .isEqualTo(22 - samples.size());
            assertThat(output.path("counts").path("test").asInt()).isGreaterThanOrEqualTo(8);
            assertThat(samples)
                    .extracting(Sample::id)
                    .contains("00000069", "00039769")
                    .doesNotContain("00000001");
            assertThat(samples).hasSizeGreaterThan(17);
            for (Sample sample : samples) {
                requireWhole(sample);
            }
            assertThat(service.ended(job, Duration.ofSeconds(1)).getLast().seq())
                    .isGreaterThan(3);
            assertThat(service.events(job)).anySatisfy(event -> assertThat(event.change())
                    .isInstanceOfSatisfying(JobChange.Progressed.class, progressed -> assertThat(
                                    progressed.progress().done())
                            .isEqualTo(22)));
        }
    }

    @Test
    void theSameSeedGivesTheSameDigestsAndAnotherSeedOthers() throws Exception {
        // Given
        String zip = artifacts
                .put(Zips.ofSamples("deepcad-json", Map.of()), "application/zip")
                .sha256();
        String input = """
                {"name": "mixed", "seed": %d, "unitSize": 4, "points": {"count": 64, "sampled": 512},
                 "sources": [{"type": "deepcad", "artifact": "%s", "count": 6}, {"type": "procedural", "count": 6}]}
                """;

        // When
        try (ServiceClient service = new ServiceClient()) {
            JsonNode first = service.run(KIND, input.formatted(7, zip));
            JsonNode second = service.run(KIND, input.formatted(7, zip));
            JsonNode other = service.run(KIND, input.formatted(8, zip));

            // Then
            assertThat(second).isEqualTo(first);
            assertThat(other.path("manifest")).isNotEqualTo(first.path("manifest"));
            List<Sample> samples = samples(Dataset.open(first.path("manifest").asText(), artifacts));
            assertThat(samples).extracting(Sample::id).contains("00000069", "p7-0000000");
            assertThat(samples)
                    .filteredOn(sample -> sample.id().startsWith("p7-"))
                    .allSatisfy(sample -> assertThat(sample.files()).containsKeys(SampleFile.BLOCKS, SampleFile.SOLID));
        }
    }

    @Test
    void aUnitMayNameMoreFilesThanAResultMayHaveBytes() throws Exception {
        // Given
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            files.put(
                    "a-file-of-a-name-that-says-a-lot-about-what-was-once-in-it-%04d.json".formatted(i),
                    new byte[] {'{', '}'});
        }
        String zip = artifacts.put(Zips.of(files), "application/zip").sha256();

        // When
        try (ServiceClient service = new ServiceClient()) {
            JsonNode output = service.run(KIND, """
                    {"name": "many", "unitSize": 10000, "points": {"count": 1, "sampled": 1},
                     "sources": [{"type": "deepcad", "artifact": "%s"}, {"type": "procedural", "count": 1}]}
                    """.formatted(zip));

            // Then
            Dataset dataset = Dataset.open(output.path("manifest").asText(), artifacts);
            assertThat(dataset.manifest().rejections()).hasSize(3000);
            assertThat(samples(dataset)).hasSize(1);
        }
    }

    @Test
    void whatCannotBeBuiltSaysWhyAndIsNotTriedAgain() throws Exception {
        // Given
        String escaping = artifacts
                .put(Zips.of(Map.of("../../passwd.json", new byte[] {'{', '}'})), "application/zip")
                .sha256();
        String text = artifacts
                .put("no zip".getBytes(StandardCharsets.UTF_8), "application/zip")
                .sha256();

        // When // Then
        try (ServiceClient service = new ServiceClient()) {
            assertThat(service.refusal(KIND, input(escaping))).satisfies(error -> {
                assertPermanent(error, "invalid_input");
                assertThat(error.message()).contains("../../passwd.json");
            });
            assertPermanent(service.refusal(KIND, input(text)), "invalid_input");
            assertPermanent(service.refusal(KIND, input("ab".repeat(32))), "artifact_missing");
            JobError noSource = service.refusal(KIND, "{\"name\": \"x\", \"sources\": []}");
            assertPermanent(noSource, "invalid_input");
            assertThat(noSource.message()).contains("1 to 16 sources");
        }
    }

    private static void requireWhole(Sample sample) throws Exception {
        boolean deepcad = sample.description().source().equals("deepcad");
        assertThat(sample.files().containsKey(SampleFile.DEEPCAD)).isEqualTo(deepcad);
        if (deepcad) {
            String program = sample.text(SampleFile.PROGRAM).orElseThrow();
            assertThat(Programs.parse(Language.SKETCH, program).toOptional()).isPresent();
        }
        NpyArray points = Npy.parse(sample.file(SampleFile.POINTS).orElseThrow());
        assertThat(points.shape()).containsExactly(256, 3);
        for (double value : points.values()) {
            assertThat(value).isBetween(-1.000001, 1.000001);
        }
        assertThat(Stl.parse(sample.file(SampleFile.MESH).orElseThrow()).triangleCount())
                .isPositive();
        assertThat(sample.text(SampleFile.SOLID).orElseThrow()).startsWith("ISO-10303-21;");
    }

    private static String input(String artifact) {
        return "{\"name\": \"x\", \"sources\": [{\"type\": \"deepcad\", \"artifact\": \"%s\"}]}".formatted(artifact);
    }

    private static void assertPermanent(JobError error, String code) {
        assertThat(error.classification()).isEqualTo(JobError.Classification.PERMANENT);
        assertThat(error.code()).isEqualTo(code);
    }

    private static List<Sample> samples(Dataset dataset) {
        List<Sample> samples = new ArrayList<>();
        for (Split split : Split.values()) {
            dataset.each(split, Integer.MAX_VALUE, samples::add);
        }
        return samples;
    }
}
