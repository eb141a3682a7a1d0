package dev.cadwright.neural.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every string of the reference lists, with the tokenizers that they name. */
class GoldenTokenizersTest {
    static Stream<Arguments> tokenizers() {
        return GoldenTokenizers.lines().entrySet().stream()
                .map((Map.Entry<Path, List<JsonNode>> entry) -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("tokenizers")
    void tokensAndTextsAreThoseOfTheReference(Path file, List<JsonNode> lines) {
        try (Tokenizer tokenizer = Tokenizer.load(file)) {
            for (JsonNode line : lines) {
                String text = line.path("text").asText();
                int[] ids = GoldenTokenizers.ids(line.path("ids"));
                int[] withSpecial =
                        line.has("ids_with_special") ? GoldenTokenizers.ids(line.path("ids_with_special")) : ids;
                String decoded = line.path("decoded").asText();
                String skipping = line.path("decoded_skip_special").asText(decoded);

                assertThat(tokenizer.ids(text, false)).as(text).isEqualTo(ids);
                assertThat(tokenizer.ids(text, true)).as(text).isEqualTo(withSpecial);
                assertThat(tokenizer.encode(text, false).ids()).as(text).isEqualTo(ids);
                assertThat(tokenizer.decode(ids, false)).as(text).isEqualTo(decoded);
                assertThat(tokenizer.decode(ids, true)).as(text).isEqualTo(skipping);
                assertThat(streamed(tokenizer, ids, false)).as(text).isEqualTo(decoded);
                assertThat(streamed(tokenizer, ids, true)).as(text).isEqualTo(skipping);
            }
        }
    }

    private static String streamed(Tokenizer tokenizer, int[] ids, boolean skipSpecial) {
        DecodeStream stream = tokenizer.stream(skipSpecial);
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(stream.append(id));
        }
        return text.append(stream.finish()).toString();
    }
}
