package dev.cadwright.dataset.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.dataset.DatasetException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionLinesTest {
    private static final Prediction PREDICTION = new Prediction(
            "00000069",
            "test",
            List.of(
                    new Prediction.Candidate(
                            "", "blocks", "syntax", Optional.of(3), Optional.of("length"), Optional.empty()),
                    new Prediction.Candidate(
                            "box", "sketch", "ok", Optional.of(17), Optional.of("stop"), Optional.of(0.125))),
            Optional.of(1),
            Map.of("step", "ab"));

    @Test
    void aPredictionReadsBackAsItWasWritten() {
        // When
        String line = PredictionLines.write(PREDICTION);

        // Then
        assertThat(line)
                .contains("\"name\":\"00000069\"", "\"chosen\":1", "\"valid\":true", "\"finishReason\":\"stop\"")
                .doesNotContain("\n");
        assertThat(PredictionLines.read(in(line + "\n\n"), name -> true))
                .containsExactly(Map.entry("00000069", PREDICTION));
    }

    @Test
    void onlyTheSamplesThatAreWantedAreKept() {
        assertThat(PredictionLines.read(in(PredictionLines.write(PREDICTION)), "other"::equals))
                .isEmpty();
    }

    @Test
    void theAnswersCategoryIsThePredictionsOrElseTheFirstCandidates() {
        assertThat(PREDICTION.category()).isEqualTo("ok");
        assertThat(new Prediction("a", "test", PREDICTION.candidates(), Optional.empty(), Map.of()).category())
                .isEqualTo("syntax");
        assertThat(new Prediction("a", "test", List.of(), Optional.empty(), Map.of()).category())
                .isEqualTo("missing");
    }

    @Test
    void whatIsAbsentInALineIsEmpty() {
        // Given
        String line = "{\"name\":\"a\",\"chosen\":null,\"candidates\":[{\"text\":\"x\"}],\"later\":1}";

        // When
        Prediction read = PredictionLines.read(in(line), name -> true).get("a");

        // Then
        assertThat(read.answer()).isEmpty();
        assertThat(read.candidates().getFirst().valid()).isFalse();
        assertThat(read.artifacts()).isEmpty();
    }

    @Test
    void aLineThatIsNoPredictionIsNamedByItsNumber() {
        for (String hostile : List.of("[]", "{", "{}", "{\"name\":\"a\",\"candidates\":[],\"chosen\":4}")) {
            String lines = PredictionLines.write(PREDICTION) + "\n" + hostile;
            assertThatThrownBy(() -> PredictionLines.read(in(lines), name -> true))
                    .as(hostile)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith("line 2 of the predictions");
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
