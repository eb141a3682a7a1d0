package dev.cadwright.metrics.report;

import dev.cadwright.metrics.MetricDefinition;
import dev.cadwright.metrics.MetricSummary;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import dev.cadwright.metrics.Score;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report as one page that needs nothing else: no server, no network. Tables and charts are there without scripts; the
 * gallery of samples is drawn by a small one from data in the page.
 */
public final class HtmlReport {
    private static final Pattern PLACE = Pattern.compile("@(title|style|body|script|data)@");

    private final BenchmarkReport report;
    private final StringBuilder body = new StringBuilder();

    private HtmlReport(BenchmarkReport report) {
        this.report = report;
    }

    /** The page as UTF-8 text, under 20 MB: pictures that would exceed that are left out, which the page says. */
    public static byte[] write(BenchmarkReport report) {
        HtmlReport writer = new HtmlReport(report);
        writer.headline();
        writer.charts();
        writer.details();
        Map<String, String> parts = Map.of(
                "title", Html.escape(report.title()),
                "style", resource("report.css"),
                "body", writer.body.toString(),
                "script", resource("report.js"),
                "data", GalleryData.write(report));
        // One pass over the template: what is put in is never looked through for further places.
        String page = PLACE.matcher(resource("report.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream file = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page's " + name + " does not read", e);
        }
    }

    private void headline() {
        Headline headline = Headline.of(report);
        body.append("<table class=\"headline\"><caption>Failures count as IoU 0. Protocol ");
        body.append(headline.protocol()).append(".</caption><thead><tr><th scope=\"col\">model</th>");
        headline.columns()
                .forEach(column ->
                        body.append("<th scope=\"col\">").append(column).append("</th>"));
        body.append("</tr></thead><tbody>");
        for (Headline.Row row : headline.rows()) {
            body.append(row.baseline() ? "<tr class=\"baseline\">" : "<tr>");
            body.append("<th scope=\"row\">").append(Html.escape(row.model())).append("</th>");
            row.cells().forEach(cell -> body.append("<td>").append(cell).append("</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table><dl class=\"facts\">");
        for (BenchmarkReport.Model model : report.models()) {
            fact(model.name(), model.description());
        }
        report.facts().forEach(this::fact);
        fact("created", report.created().toString());
        body.append("</dl>");
    }

    private void fact(String label, String value) {
        body.append("<dt>").append(Html.escape(label)).append("</dt><dd>");
        body.append(Html.escape(value)).append("</dd>");
    }

    private void charts() {
        String losses = SvgCharts.lines(report.losses());
        if (!losses.isEmpty()) {
            body.append("<section><h2>Training</h2><figure>").append(losses).append("</figure></section>");
        }
        body.append("<section><h2>IoU</h2><div class=\"charts\">");
        for (BenchmarkReport.Model model : report.models()) {
            List<Score> scores =
                    report.scores(model.name(), report.protocols().getFirst().name());
            double[] values = scores.stream()
                    .filter(score -> score.verdict() == Score.Verdict.MEASURED)
                    .filter(score -> score.metrics().containsKey("iou"))
                    .mapToDouble(score -> score.metrics().get("iou"))
                    .toArray();
            int failed = (int) scores.stream()
                    .filter(score -> score.verdict() == Score.Verdict.FAILED)
                    .count();
            body.append("<figure><figcaption>")
                    .append(Html.escape(model.name()))
                    .append("</figcaption>");
            body.append(SvgCharts.histogram("IoU of " + model.name(), values, failed))
                    .append("</figure>");
        }
        body.append("</div></section>");
    }

    private void details() {
        body.append("<section><h2>Protocols</h2>");
        for (ProtocolDefinition protocol : report.protocols()) {
            Map<String, ProtocolSummary> summaries = report.summaries(protocol.name());
            body.append("<details><summary>")
                    .append(protocol.name())
                    .append(", version ")
                    .append(protocol.version());
            body.append(", seed ").append(protocol.seed()).append("</summary><p>");
            body.append(Html.escape(protocol.description())).append("</p>");
            if (!protocol.deviations().isEmpty()) {
                body.append("<p>Differs from ")
                        .append(Html.escape(protocol.source()))
                        .append(":</p><ul>");
                protocol.deviations()
                        .forEach(line ->
                                body.append("<li>").append(Html.escape(line)).append("</li>"));
                body.append("</ul>");
            }
            metrics(protocol, summaries);
            failures(summaries);
            body.append("</details>");
        }
        body.append("</section>");
    }

    private void metrics(ProtocolDefinition protocol, Map<String, ProtocolSummary> summaries) {
        body.append("<div class=\"wide\"><table><thead><tr><th scope=\"col\">mean [95 %]</th>");
        summaries.keySet().forEach(model -> body.append("<th scope=\"col\">")
                .append(Html.escape(model))
                .append("</th>"));
        body.append("<th scope=\"col\">what it is</th></tr></thead><tbody>");
        for (MetricDefinition metric : protocol.metrics()) {
            body.append("<tr><th scope=\"row\">").append(metric.name()).append("</th>");
            summaries.values().forEach(summary -> cell(summary.metrics().get(metric.name())));
            body.append("<td class=\"text\">")
                    .append(Html.escape(metric.description()))
                    .append("</td></tr>");
        }
        body.append("</tbody></table></div>");
    }

    private void cell(MetricSummary summary) {
        body.append("<td>");
        if (summary == null) {
            body.append("–");
        } else {
            body.append(Figures.meanWithInterval(summary)).append("<br><small>median ");
            body.append(Figures.of(summary.median()))
                    .append(", ")
                    .append(Figures.of(summary.min()))
                    .append(" to ");
            body.append(Figures.of(summary.max()))
                    .append(", ")
                    .append(summary.count())
                    .append(" samples</small>");
        }
        body.append("</td>");
    }

    private void failures(Map<String, ProtocolSummary> summaries) {
        Map<String, Integer> all = new TreeMap<>();
        summaries.values().forEach(summary -> summary.failures().forEach((c, n) -> all.merge(c, n, Integer::sum)));
        body.append("<table><thead><tr><th scope=\"col\">failures</th>");
        summaries.keySet().forEach(model -> body.append("<th scope=\"col\">")
                .append(Html.escape(model))
                .append("</th>"));
        body.append("</tr></thead><tbody>");
        for (String category : all.keySet()) {
            body.append("<tr><th scope=\"row\">").append(Html.escape(category)).append("</th>");
            summaries.values().forEach(summary -> body.append("<td>")
                    .append(summary.failures().getOrDefault(category, 0))
                    .append("</td>"));
            body.append("</tr>");
        }
        body.append("<tr><th scope=\"row\">left out, the truth cannot be measured</th>");
        summaries.values().forEach(summary -> body.append("<td>")
                .append(summary.excluded())
                .append("</td>"));
        body.append("</tr></tbody></table>");
    }
}
