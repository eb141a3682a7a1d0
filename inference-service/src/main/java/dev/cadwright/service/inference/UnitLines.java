package dev.cadwright.service.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.dataset.prediction.PredictionLines;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The lines that one unit writes, and what they count. */
final class UnitLines {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int number;
    private long tokens;

    void add(Prediction prediction) {
        add(PredictionLines.write(prediction), prediction.category());
    }

    void add(CompletionLine line, String category) {
        try {
            add(ContractJson.mapper().writeValueAsString(line), category);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String line, String category) {
        text.append(line).append('\n');
        counts.merge(category, 1, Integer::sum);
        number++;
    }

    void wrote(int more) {
        tokens += more;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Map<String, Integer> counts() {
        return counts;
    }

    int number() {
        return number;
    }

    long tokens() {
        return tokens;
    }
}
