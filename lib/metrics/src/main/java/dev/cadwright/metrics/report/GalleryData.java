package dev.cadwright.metrics.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.metrics.Score;
import java.util.Base64;
import java.util.Locale;

/** The samples of a report as JSON that may stand inside a page. */
final class GalleryData {
    private static final int MAX_PICTURE_CHARACTERS = 14_000_000;
    private static final int MAX_PROGRAM_CHARACTERS = 4_000;
    private static final int MAX_TEXT_CHARACTERS = 4_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchmarkReport report;
    private int pictures;
    private int texts;

    private GalleryData(BenchmarkReport report) {
        this.report = report;
    }

    static String write(BenchmarkReport report) {
        return new GalleryData(report).write();
    }

    private String write() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode models = root.putArray("models");
        report.models().forEach(model -> models.add(model.name()));
        root.put("protocol", report.protocols().getFirst().name());
        ArrayNode samples = root.putArray("samples");
        for (BenchmarkReport.Sample sample : report.samples()) {
            ObjectNode node = samples.addObject();
            node.put("name", sample.name());
            put(node, sample.program(), sample.picture());
            ArrayNode predictions = node.putArray("predictions");
            sample.predictions().forEach(prediction -> write(prediction, predictions.addObject()));
        }
        try {
            // A closing tag within a string would end the script that holds the data.
            return JSON.writeValueAsString(root).replace("<", "\\u003c").replace("\u2028", "\\u2028");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts always writes", e);
        }
    }

    private void write(BenchmarkReport.Prediction prediction, ObjectNode node) {
        node.put("model", prediction.model());
        put(node, prediction.program(), prediction.picture());
        ObjectNode scores = node.putObject("scores");
        for (Score score : prediction.scores()) {
            ObjectNode written = scores.putObject(score.protocol());
            written.put("verdict", score.verdict().name().toLowerCase(Locale.ROOT));
            if (score.verdict() != Score.Verdict.MEASURED) {
                written.put("category", score.category());
                written.put("reason", score.reason());
            }
            ObjectNode metrics = written.putObject("metrics");
            score.metrics().forEach((name, value) -> metrics.put(name, (double) Math.round(value * 1e7) / 1e7));
        }
    }

    private void put(ObjectNode node, String program, byte[] picture) {
        if (!program.isEmpty()) {
            boolean tooLong = program.length() > MAX_PROGRAM_CHARACTERS || texts > MAX_TEXT_CHARACTERS;
            int kept = texts > MAX_TEXT_CHARACTERS ? 0 : Math.min(program.length(), MAX_PROGRAM_CHARACTERS);
            node.put("program", program.substring(0, kept) + (tooLong ? "\n… shortened in this page" : ""));
            texts += kept;
        }
        if (picture.length > 0 && pictures < MAX_PICTURE_CHARACTERS) {
            String encoded = Base64.getEncoder().encodeToString(picture);
            node.put("picture", encoded);
            pictures += encoded.length();
        } else if (picture.length > 0) {
            node.put("left_out", true);
        }
    }
}
