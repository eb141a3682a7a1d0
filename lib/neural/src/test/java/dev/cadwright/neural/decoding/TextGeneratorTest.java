package dev.cadwright.neural.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextGeneratorTest {
    private static final int VOCABULARY = 300;
    private static final List<long[]> PROMPTS = List.of(new long[] {5, 9, 200, 31, 7}, new long[] {3, 4});

    @Test
    void thePiecesOfATextAreTheTextOfItsTokens() {
        try (Model model = Golden.load("qwen2");
                Tokenizer tokenizer = letters();
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            // When
            List<Text> texts = write(model, tokenizer, scope, List.of());

            // Then
            assertThat(texts).hasSize(2).allSatisfy(text -> {
                assertThat(text.tokens).hasSize(20);
                assertThat(text.written.toString()).isEqualTo(tokenizer.decode(text.ids(), true));
                assertThat(text.finish).contains(FinishReason.LENGTH);
            });
        }
    }

    @Test
    void aTextEndsBeforeItsStopStringAndNothingOfThatIsTold() {
        try (Model model = Golden.load("qwen2");
                Tokenizer tokenizer = letters();
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            // Given
            String whole =
                    write(model, tokenizer, scope, List.of()).getFirst().written.toString();
            // Longer than a token, so that its beginning must be held back.
            String stop = whole.substring(7, 12);

            // When
            Text text = write(model, tokenizer, scope, List.of("never written", stop))
                    .getFirst();

            // Then
            assertThat(text.written.toString()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
            assertThat(text.finish).contains(FinishReason.STOP);
            assertThat(text.tokens).hasSizeLessThan(20);
        }
    }

    private static final class Text {
        private final List<Integer> tokens = new ArrayList<>();
        private final StringBuilder written = new StringBuilder();
        private Optional<FinishReason> finish = Optional.empty();

        private int[] ids() {
            return tokens.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static List<Text> write(Model model, Tokenizer tokenizer, NDManager scope, List<String> stops) {
        List<DecodingRequest> requests =
                List.of(DecodingRequest.greedy(0, 20, Set.of()), DecodingRequest.greedy(1, 20, Set.of()));
        List<Text> texts = List.of(new Text(), new Text());
        try (TextGenerator generator =
                TextGenerator.start(model, tokenizer, Golden.rows(scope, PROMPTS), requests, stops)) {
            while (!generator.finished()) {
                for (TextGenerator.Piece piece : generator.step()) {
                    Text text = texts.get(piece.request());
                    text.tokens.add(piece.token());
                    text.written.append(piece.text());
                    text.finish = piece.finish();
                }
            }
        }
        return texts;
    }

    /** Two letters a token. */
    private static Tokenizer letters() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("version", "1.0");
        root.putObject("decoder").put("type", "Fuse");
        ObjectNode model = root.putObject("model").put("type", "WordLevel").put("unk_token", "aa");
        ObjectNode vocabulary = model.putObject("vocab");
        for (int id = 0; id < VOCABULARY; id++) {
            vocabulary.put("" + (char) ('a' + id / 26) + (char) ('a' + id % 26), id);
        }
        return Tokenizer.parse(root.toString());
    }
}
