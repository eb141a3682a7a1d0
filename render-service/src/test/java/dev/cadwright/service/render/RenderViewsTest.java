package dev.cadwright.service.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.dataset.manifest.ViewsManifest;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.jobs.testkit.RealServersResource;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(ServiceHomeResource.class)
class RenderViewsTest {
    private static final String KIND = "render.views";

    @Inject
    ArtifactStore artifacts;

    @Test
    void everySampleHasItsViewsWhateverItsSurfaceComesFrom() throws Exception {
        // Given
        String dataset = new Shapes(artifacts)
                .shard(Shapes.block("mesh", SampleFile.MESH), Shapes.block("solid", SampleFile.SOLID))
                .shard(Shapes.block("program", SampleFile.PROGRAM))
                .store();

        // When
        try (ServiceClient service = new ServiceClient()) {
            UUID job = service.start(KIND, "{\"dataset\": \"%s\"}".formatted(dataset));
            JsonNode output = service.output(job, Duration.ofSeconds(60));

            // Then
            assertThat(output.path("images").asInt()).isEqualTo(9);
            assertThat(output.path("skipped")).isEmpty();
            ViewsManifest views = ViewsManifest.open(output.path("manifest").asText(), artifacts);
            assertThat(views.dataset()).isEqualTo(dataset);
            assertThat(views.size()).isEqualTo(512);
            assertThat(views.shards())
                    .extracting(ViewsManifest.Shard::datasetShard)
                    .isEqualTo(Dataset.open(dataset, artifacts).manifest().shards().stream()
                            .map(shard -> shard.sha256())
                            .toList());
            SortedMap<String, byte[]> pictures = pictures(views);
            for (String view : List.of("front", "top", "right")) {
                BufferedImage mesh = image(pictures.get("mesh_" + view + ".png"));
                assertThat(mesh.getWidth()).isEqualTo(512);
                assertThat(mesh.getHeight()).isEqualTo(512);
                assertThat(darkness(mesh)).isBetween(0.02, 0.9);
                assertThat(darkness(image(pictures.get("solid_" + view + ".png"))))
                        .isEqualTo(darkness(mesh));
                assertThat(darkness(image(pictures.get("program_" + view + ".png"))))
                        .isEqualTo(darkness(mesh));
            }
            assertThat(pictures.get("mesh_front.png")).isNotEqualTo(pictures.get("mesh_top.png"));
            assertThat(service.ended(job, Duration.ofSeconds(1))).anySatisfy(event -> assertThat(event.change())
                    .isInstanceOfSatisfying(JobChange.Progressed.class, progressed -> assertThat(
                                    progressed.progress().total())
                            .isEqualTo(9)));
            assertThat(service.run(KIND, "{\"dataset\": \"%s\"}".formatted(dataset)))
                    .isEqualTo(output);
        }
    }

    @Test
    void aHostileSampleFailsOnlyItself() throws Exception {
        // Given
        String dataset = new Shapes(artifacts)
                .shard(
                        Shapes.with("torn", Map.of(SampleFile.MESH, new byte[100])),
                        Shapes.block("good", SampleFile.MESH),
                        Shapes.with("point", Map.of(SampleFile.MESH, Shapes.pointStl())),
                        Shapes.with("infinite", Map.of(SampleFile.MESH, Shapes.infiniteStl())),
                        Shapes.with("step", Map.of(SampleFile.SOLID, bytes("ISO-10303-21; DATA; #1=garbage((((;"))),
                        Shapes.with("text", Map.of(SampleFile.PROGRAM, bytes("import os; os.exit()"))),
                        Shapes.with("thin", Map.of(SampleFile.PROGRAM, bytes(Shapes.SELF_CROSSING))),
                        Shapes.with("bare", Map.of()),
                        Shapes.block("last", SampleFile.PROGRAM))
                .store();

        // When
        try (ServiceClient service = new ServiceClient()) {
            JsonNode output =
                    service.run(KIND, "{\"dataset\": \"%s\", \"views\": [\"iso\"], \"size\": 64}".formatted(dataset));

            // Then
            ViewsManifest views = ViewsManifest.open(output.path("manifest").asText(), artifacts);
            assertThat(pictures(views)).containsOnlyKeys("good_iso.png", "last_iso.png");
            assertThat(views.skipped())
                    .extracting(Rejection::id)
                    .containsExactly("torn", "point", "infinite", "step", "text", "thin", "bare");
            Map<String, String> reasons = new TreeMap<>();
            views.skipped().forEach(skipped -> reasons.put(skipped.id(), skipped.reason()));
            assertThat(reasons)
                    .containsEntry("torn", "unreadable")
                    .containsEntry("point", "degenerate")
                    .containsEntry("infinite", "unreadable")
                    .containsEntry("text", "unreadable")
                    .containsEntry("thin", "invalid")
                    .containsEntry("bare", "no_geometry");
            assertThat(output.path("skipped").path("unreadable").asInt()).isEqualTo(3);
            assertThat(output.path("images").asInt()).isEqualTo(2);
        }
    }

    @Test
    void splitsStylesAndSizesAreThoseAskedFor() throws Exception {
        // Given
        String dataset = new Shapes(artifacts)
                .shard(Shapes.block("train", SampleFile.MESH), Shapes.test(Shapes.block("test", SampleFile.MESH)))
                .store();

        // When
        try (ServiceClient service = new ServiceClient()) {
            JsonNode output = service.run(KIND, """
                    {"dataset": "%s", "views": ["right", "iso"], "size": 40, "style": "depth", "splits": ["test"]}
                    """.formatted(dataset));

            // Then
            SortedMap<String, byte[]> pictures =
                    pictures(ViewsManifest.open(output.path("manifest").asText(), artifacts));
            assertThat(pictures).containsOnlyKeys("test_right.npy", "test_iso.npy");
            assertThat(Npy.parse(pictures.get("test_iso.npy")).shape()).containsExactly(40, 40);
        }
    }

    @Test
    void whatCannotBeRenderedSaysWhy() {
        try (ServiceClient service = new ServiceClient()) {
            assertRefused(
                    service.refusal(KIND, "{\"dataset\": \"%s\"}".formatted("cd".repeat(32))), "artifact_missing");
            assertRefused(service.refusal(KIND, "{\"views\": [\"front\"]}"), "invalid_input");
            String text = artifacts.put(bytes("{}"), "application/json").sha256();
            assertRefused(service.refusal(KIND, "{\"dataset\": \"%s\"}".formatted(text)), "dataset_corrupt");
            assertRefused(
                    service.refusal(KIND, "{\"dataset\": \"%s\", \"size\": 100000}".formatted(text)), "invalid_input");
        }
    }

    private static void assertRefused(JobError error, String code) {
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.classification()).isEqualTo(JobError.Classification.PERMANENT);
    }

    private SortedMap<String, byte[]> pictures(ViewsManifest views) throws IOException {
        SortedMap<String, byte[]> pictures = new TreeMap<>();
        for (ViewsManifest.Shard shard : views.shards()) {
            try (ZipInputStream zip = new ZipInputStream(artifacts.open(shard.sha256()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    pictures.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return pictures;
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** The share of the picture that is not white. */
    private static double darkness(BufferedImage image) {
        int dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark += (image.getRGB(x, y) & 0xFF) < 250 ? 1 : 0;
            }
        }
        return dark / (double) (image.getWidth() * image.getHeight());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
