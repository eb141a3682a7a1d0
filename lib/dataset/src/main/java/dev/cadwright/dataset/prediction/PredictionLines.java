package dev.cadwright.dataset.prediction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.dataset.DatasetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Predictions as JSON Lines. */
public final class PredictionLines {
    public static final String MEDIA_TYPE = "application/jsonl";

    private static final ObjectReader READER = ContractJson.mapper().readerFor(Prediction.class);

    private PredictionLines() {}

    /** One line, without its end. */
    public static String write(Prediction prediction) {
        try {
            return ContractJson.mapper().writeValueAsString(prediction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and finite numbers always write", e);
        }
    }

    /**
     * Predictions by the names of their samples; of two for one sample the last holds.
     *
     * @param in is closed
     * @param wanted which samples' predictions to keep
     * @throws DatasetException {@code INVALID_INPUT}, with the number of the line, if one is no prediction
     */
    public static Map<String, Prediction> read(InputStream in, Predicate<String> wanted) {
        Map<String, Prediction> predictions = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Prediction prediction = read(line, number);
                    if (wanted.test(prediction.name())) {
                        predictions.put(prediction.name(), prediction);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return predictions;
    }

    private static Prediction read(String line, int number) {
        try {
            return READER.readValue(line);
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    DatasetException.Code.INVALID_INPUT,
                    "line " + number + " of the predictions is none: " + e.getOriginalMessage(),
                    e);
        }
    }
}
