package dev.cadwright.metrics.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.cadwright.metrics.ProtocolDefinition;
import java.nio.charset.StandardCharsets;

/** A report for programs: every number in full precision, every score, every definition; no pictures. */
public final class JsonReport {
    /** The version of this form. */
    static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** The report as UTF-8 text. */
    public static byte[] write(BenchmarkReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("title", report.title());
        root.put("created", report.created().toString());
        root.set("facts", JSON.valueToTree(report.facts()));
        root.set("models", JSON.valueToTree(report.models()));
        root.set("protocols", JSON.valueToTree(report.protocols()));
        ObjectNode summaries = root.putObject("summaries");
        for (ProtocolDefinition protocol : report.protocols()) {
            summaries.set(protocol.name(), JSON.valueToTree(report.summaries(protocol.name())));
        }
        ArrayNode samples = root.putArray("samples");
        report.samples().forEach(sample -> write(sample, samples.addObject()));
        root.set("losses", JSON.valueToTree(report.losses()));
        try {
            return JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts always writes", e);
        }
    }

    private static void write(BenchmarkReport.Sample sample, ObjectNode node) {
        node.put("name", sample.name());
        node.put("program", sample.program());
        ArrayNode predictions = node.putArray("predictions");
        for (BenchmarkReport.Prediction prediction : sample.predictions()) {
            ObjectNode written = predictions.addObject();
            written.put("model", prediction.model());
            written.put("program", prediction.program());
            written.set("scores", JSON.valueToTree(prediction.scores()));
        }
    }
}
