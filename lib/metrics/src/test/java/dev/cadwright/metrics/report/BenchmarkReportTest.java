package dev.cadwright.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.Protocols;
import dev.cadwright.metrics.Score;
import dev.cadwright.metrics.Shape;
import dev.cadwright.metrics.Solids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {
    private static final ProtocolDefinition STRICT = ProtocolDefinition.of(Protocols.STRICT);
    private static final ProtocolDefinition CADRILLE = ProtocolDefinition.of(Protocols.CADRILLE);
    private static final String HOSTILE = "</script><script>alert('@data@ $1')</script>|\u2028";

    private static BenchmarkReport.Prediction prediction(String model, Shape prediction, Shape truth, String name) {
        List<Score> scores = new ArrayList<>();
        for (ProtocolDefinition definition : List.of(STRICT, CADRILLE)) {
            scores.add(Protocols.of(definition, () -> null).score(name, prediction, truth));
        }
        byte[] picture = prediction instanceof Shape.Usable usable
                ? ReportPictures.of(usable.mesh().orElseThrow())
                : new byte[0];
        return new BenchmarkReport.Prediction(model, "program " + HOSTILE, picture, scores);
    }

    private static BenchmarkReport report(int samples, int pictureBytes) {
        List<BenchmarkReport.Sample> all = new ArrayList<>();
        Mesh mesh = Solids.cube(1, Vector3.ZERO);
        Shape truth = Shape.of(mesh);
        BenchmarkReport.Prediction good = prediction("nano", Shape.of(Solids.box(0, 0, 0, 2, 1, 1)), truth, "x");
        for (int i = 0; i < samples; i++) {
            byte[] picture = pictureBytes > 0 ? new byte[pictureBytes] : ReportPictures.of(mesh);
            List<BenchmarkReport.Prediction> predictions = new ArrayList<>();
            predictions.add(renamed(good, "sample " + i, picture));
            if (i % 2 == 0) {
                predictions.add(prediction("box", Shape.absent("syntax", HOSTILE), truth, "sample " + i));
            }
            all.add(new BenchmarkReport.Sample("sample " + i, "", picture, predictions));
        }
        return new BenchmarkReport(
                "Report " + HOSTILE,
                Instant.parse("2026-01-02T03:04:05Z"),
                Map.of("data", "eight shapes"),
                List.of(STRICT, CADRILLE),
                List.of(
                        new BenchmarkReport.Model("nano", "greedy", false),
                        new BenchmarkReport.Model("box", "the box around the input", true)),
                all,
                List.of(new BenchmarkReport.LossCurve(
                        "training " + HOSTILE,
                        List.of(
                                new BenchmarkReport.LossCurve.Point(1, 5),
                                new BenchmarkReport.LossCurve.Point(100, Double.NaN),
                                new BenchmarkReport.LossCurve.Point(200, 1.5)))));
    }

    private static BenchmarkReport.Prediction renamed(
            BenchmarkReport.Prediction prediction, String name, byte[] picture) {
        List<Score> scores = prediction.scores().stream()
                .map(s ->
                        new Score(name, s.protocol(), s.verdict(), s.category(), s.reason(), s.metrics(), s.seconds()))
                .toList();
        return new BenchmarkReport.Prediction(prediction.model(), prediction.program(), picture, scores);
    }

    @Test
    void aPredictionThatIsNotThereCountsAsAFailure() {
        // When
        var summary = report(8, 0).summaries(Protocols.STRICT).get("box");
        // Then
        assertThat(summary.failures()).isEqualTo(Map.of("missing", 4, "syntax", 4));
        assertThat(summary.metrics().get("iou").count()).isEqualTo(8);
        assertThat(summary.metrics().get("iou").mean()).isZero();
    }

    @Test
    void theJsonReportHoldsEveryScoreInFullPrecision() throws IOException {
        // Given
        BenchmarkReport report = report(3, 0);
        // When
        JsonNode json = new ObjectMapper().readTree(JsonReport.write(report));
        // Then
        double iou =
                report.scores("nano", Protocols.STRICT).getFirst().metrics().get("iou");
        assertThat(json.at("/samples/0/predictions/0/scores/0/metrics/iou").doubleValue())
                .isEqualTo(iou);
        assertThat(json.at("/samples/0/predictions/1/scores/0/verdict").textValue())
                .isEqualTo("failed");
        assertThat(json.at("/summaries/strict-v1/nano/metrics/iou/meanLow").isNumber())
                .isTrue();
        assertThat(json.at("/protocols/0/metrics/0/failure").doubleValue()).isZero();
        assertThat(json.at("/title").textValue()).isEqualTo(report.title());
    }

    @Test
    void theMarkdownReportHasRowsForAllModelsAndCannotBeBrokenByTheirText() {
        // When
        String text = MarkdownReport.write(report(4, 0));
        // Then
        assertThat(text)
                .contains("| nano | 4 | 100.0 % |")
                .contains("| box | 4 | 0.0 % |")
                .doesNotContain("<script>");
        assertThat(text.lines().filter(line -> line.startsWith("| iou |")).toList())
                .hasSize(2);
    }

    @Test
    void thePageNeedsNothingElseAndHostileTextStaysText() throws IOException {
        // When
        String page = new String(HtmlReport.write(report(4, 0)), StandardCharsets.UTF_8);
        // Then
        assertThat(page)
                .doesNotContainPattern("(src|href)\\s*=\\s*[\"']?(http|//)")
                .doesNotContain("<link");
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page.split("</script>", -1)).hasSize(3);
        Matcher data =
                Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
        assertThat(data.find()).isTrue();
        JsonNode json = new ObjectMapper().readTree(data.group(1));
        assertThat(json.at("/samples/0/predictions/0/program").textValue()).isEqualTo("program " + HOSTILE);
        assertThat(json.at("/samples")).hasSize(4);
        assertThat(page.indexOf("<table class=\"headline\"")).isLessThan(page.indexOf("<svg"));
    }

    @Test
    void aThousandSamplesWithLargePicturesStayUnderTwentyMegabytes() {
        // When
        byte[] page = HtmlReport.write(report(1000, 9000));
        // Then
        assertThat(page.length).isLessThan(20_000_000);
        assertThat(new String(page, StandardCharsets.UTF_8)).contains("\"left_out\":true");
    }

    @Test
    void aReportWithoutSamplesOrCurvesIsStillAPage() {
        // Given
        BenchmarkReport empty = new BenchmarkReport(
                "nothing yet", Instant.EPOCH, Map.of(), List.of(STRICT), List.of(), List.of(), List.of());
        // When, Then
        assertThat(new String(HtmlReport.write(empty), StandardCharsets.UTF_8)).contains("nothing yet");
        assertThat(MarkdownReport.write(empty)).startsWith("# nothing yet");
        assertThat(JsonReport.write(empty)).isNotEmpty();
    }
}
