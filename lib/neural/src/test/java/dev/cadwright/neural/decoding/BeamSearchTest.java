package dev.cadwright.neural.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.model.Model;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeamSearchTest {
    @ParameterizedTest
    @ValueSource(strings = {"qwen2", "llama", "t5"})
    void findsTheTextsOfTransformersWithTheirScores(String name) {
        List<JsonNode> cases = Transformers.cases(name, "beams");
        assertThat(cases).hasSize(6);
        try (Model model = Golden.load(name);
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            for (JsonNode golden : cases) {
                // When
                List<BeamSearch.Beam> found =
                        BeamSearch.search(model, Golden.prompt(name, scope), settings(golden), () -> false);

                // Then
                JsonNode expected = golden.path("results");
                assertThat(found).as("%s", golden).hasSize(expected.size());
                for (int i = 0; i < found.size(); i++) {
                    assertThat(Arrays.stream(found.get(i).tokens()).boxed().toList())
                            .as("text %d of %s", i, golden)
                            .isEqualTo(Transformers.integers(expected.get(i).path("tokens")));
                    double score = expected.get(i).path("score").asDouble();
                    assertThat(found.get(i).score()).isCloseTo(score, within(1e-4 * Math.max(1, Math.abs(score))));
                }
            }
        }
    }

    @Test
    void aCancelledSearchEndsBeforeItsNextToken() {
        try (Model model = Golden.load("llama");
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            JsonNode golden = Transformers.cases("llama", "beams").getFirst();

            assertThat(BeamSearch.search(model, Golden.prompt("llama", scope), settings(golden), () -> true))
                    .isEmpty();
        }
    }

    private static BeamSettings settings(JsonNode golden) {
        JsonNode early = golden.path("early_stopping");
        BeamSettings.Patience patience = early.isTextual()
                ? BeamSettings.Patience.ALL
                : early.asBoolean() ? BeamSettings.Patience.NONE : BeamSettings.Patience.SOME;
        return new BeamSettings(
                golden.path("beams").asInt(),
                golden.path("returned").asInt(),
                golden.path("maximum").asInt(),
                new HashSet<>(Transformers.integers(golden.path("ends"))),
                golden.path("length_penalty").asDouble(),
                patience);
    }
}
