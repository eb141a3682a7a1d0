package dev.cadwright.neural.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.bpe.BpeTrainer;
import dev.cadwright.neural.tokenizer.bpe.BpeVocabulary;
import dev.cadwright.neural.tokenizer.bpe.SplitStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final String LLAMA_STYLE = """
            {"decoder": {"type": "Sequence", "decoders": [
              {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"},
              {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
             "added_tokens": [{"id": 0, "content": "<s>", "single_word": false, "lstrip": false, "rstrip": false,
               "normalized": false, "special": true}],
             "model": {"type": "BPE", "byte_fallback": true, "merges": [],
               "vocab": {"<s>": 0, "▁": 1, "a": 2, "▁b": 3, "<0xE2>": 4, "<0x82>": 5, "<0xAC>": 6, "<0xFF>": 7}}}
            """;

    /** For all tests of this process; two test engines share it, and each has a lifecycle of its own. */
    private static final Tokenizer BYTES = trained();

    private static Tokenizer trained() {
        try {
            Path file = Files.createTempFile("corpus", ".txt");
            Files.writeString(file, "cube([1, 2, 3]); é€😀 translate([0, 0, 1]) {\n    sphere(r = 2);\n}\n".repeat(30));
            BpeVocabulary vocabulary = BpeTrainer.of(SplitStyle.QWEN, 340, List.of("<|endoftext|>", "<|im_end|>"))
                    .train(List.of(file), progress -> {})
                    .vocabulary();
            Files.delete(file);
            return Tokenizer.parse(vocabulary.tokenizerJson());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().withCharRange('\ud800', '\udfff').ofMaxLength(3),
                Arbitraries.of(
                        "cube(", " é", "€", "😀", "<|im_end|>", "<|im_end", "\n\n", "\0", "\ufffd", "e\u0301", "𝒳"));
        return parts.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Property(tries = 500)
    void aByteLevelTokenizerGivesEveryTextBack(@ForAll("texts") String text) {
        String expected = Normalizer.normalize(wellFormed(text), Normalizer.Form.NFC);

        // The native normaliser knows another version of Unicode, so characters that are new in either may differ.
        String decoded = BYTES.decode(BYTES.ids(text, false), false);

        assertThat(Normalizer.normalize(decoded, Normalizer.Form.NFC)).isEqualTo(expected);
    }

    @Property(tries = 500)
    void offsetsCoverTheTextInOrder(@ForAll("texts") String text) {
        Encoding encoding = BYTES.encode(text, false);
        for (int i = 0; i < encoding.length(); i++) {
            assertThat(encoding.begins()[i]).isBetween(i == 0 ? 0 : encoding.begins()[i - 1], text.length());
            assertThat(encoding.ends()[i]).isBetween(encoding.begins()[i], text.length());
        }
    }

    @Property(tries = 500)
    void aStreamOfAnyIdsIsTheWholeTextAndNeverHalfACharacter(@ForAll("ids") List<Integer> list, @ForAll boolean skip) {
        assertStreamed(BYTES, list, skip);
    }

    @Property(tries = 200)
    void tokensOfSingleBytesAreStreamedToo(@ForAll("fewIds") List<Integer> list, @ForAll boolean skip) {
        try (Tokenizer llama = Tokenizer.parse(LLAMA_STYLE)) {
            assertStreamed(llama, list, skip);
        }
    }

    @Provide
    Arbitrary<List<Integer>> ids() {
        return Arbitraries.integers().between(-1, 345).list().ofMaxSize(150);
    }

    @Provide
    Arbitrary<List<Integer>> fewIds() {
        return Arbitraries.integers().between(0, 8).list().ofMaxSize(40);
    }

    @Test
    void aCharacterOfSeveralTokensComesWhole() {
        try (Tokenizer llama = Tokenizer.parse(LLAMA_STYLE)) {
            DecodeStream stream = llama.stream(true);
            assertThat(IntStream.of(0, 3, 4, 5, 6, 2).mapToObj(stream::append))
                    .containsExactly("", "b", "", "", "", "€a");
            assertThat(stream.finish()).isEmpty();
        }
    }

    @Test
    void manyThreadsShareOneTokenizer() throws Exception {
        String text = "translate([0, 0, 1]) { sphere(r = 2); } é€😀 ".repeat(20);
        int[] expected = BYTES.ids(text, false);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> results = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> Arrays.equals(BYTES.ids(text, false), expected)
                            && BYTES.decode(expected, false).equals(text)))
                    .toList();
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void aClosedTokenizerSaysSo() {
        Tokenizer closed = Tokenizer.parse(LLAMA_STYLE);
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.ids("a", false)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void truncationAndPaddingOfTheFileAreOff() {
        try (Tokenizer tokenizer = Tokenizer.parse(LLAMA_STYLE.replaceFirst(
                "\\{",
                "{\"truncation\": {\"direction\": \"Right\", \"max_length\": 2, \"strategy\": \"LongestFirst\", \"stride\": 5},"
                        + "\"padding\": {\"strategy\": {\"Fixed\": 10}, \"direction\": \"Right\", \"pad_to_multiple_of\": null,"
                        + "\"pad_id\": 0, \"pad_type_id\": 0, \"pad_token\": \"x\"},"))) {
            assertThat(tokenizer.ids("aaaa", false)).containsExactly(2, 2, 2, 2);
        }
    }

    @Test
    void aTextThatWouldExhaustTheMatcherIsRefused() {
        assertThatExceptionOfType(NeuralException.class)
                .isThrownBy(() -> BYTES.ids(" ".repeat(NativeTokenizer.LONGEST_TEXT + 1), false))
                .extracting(NeuralException::code)
                .isEqualTo("text_too_long");
        assertThat(BYTES.ids(" ".repeat(NativeTokenizer.LONGEST_TEXT), false)).isNotEmpty();
    }

    /** Each of these ends the process, or worse, when native code reads it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":-1}}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":4294967295},\"merges\":[]}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":1},\"merges\":[\"a z\"]}}",
                "{\"model\":{\"vocab\":{\"a\":0,\"b\":1,\"ab\":2},\"merges\":[\"a b\"],\"continuing_subword_prefix\":\"####\",\"type\":\"BPE\"}}",
                "{\"model\":{\"type\":\"Nope\",\"vocab\":{\"a\":0}}}",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":7}}",
                "{\"model\":{\"type\":\"Unigram\",\"vocab\":[[1,2]]}}",
                "{\"model\":7}",
                "{\"pre_tokenizer\":{\"type\":\"FixedLength\",\"length\":0},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"AAAA\"},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"BAAAAAEEAAA=\"},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"(a+)+$\"},\"content\":\"\"}]},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a|ab|b)*c\"},\"behavior\":\"Isolated\",\"invert\":false},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a)\\\\1\"},\"behavior\":\"Isolated\",\"invert\":false},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"post_processor\":{\"type\":\"TemplateProcessing\",\"single\":[{\"Sequence\":{\"id\":\"B\",\"type_id\":0}}],\"pair\":[],\"special_tokens\":{}},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"decoder\":{\"type\":\"Strip\",\"content\":\" \",\"start\":0,\"stop\":3},\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
                "{\"added_tokens\":[{\"id\":1}],\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}"
            })
    void aHostileFileIsAnErrorWithACode(String json) {
        assertThatExceptionOfType(NeuralException.class)
                .isThrownBy(() -> Tokenizer.parse(json).close())
                .extracting(NeuralException::code)
                .isEqualTo("bad_tokenizer");
    }

    @Test
    void endlessNestingIsAnErrorToo() {
        String deep = "{\"normalizer\":" + "{\"type\":\"Sequence\",\"normalizers\":[".repeat(100_000);
        assertThatExceptionOfType(NeuralException.class).isThrownBy(() -> Tokenizer.parse(deep));
    }

    private static void assertStreamed(Tokenizer tokenizer, List<Integer> list, boolean skip) {
        // Given
        int[] ids = list.stream().mapToInt(Integer::intValue).toArray();
        DecodeStream stream = tokenizer.stream(skip);
        StringBuilder streamed = new StringBuilder();

        // When
        for (int id : ids) {
            String fresh = stream.append(id);
            assertThat(fresh.isEmpty() || !Character.isHighSurrogate(fresh.charAt(fresh.length() - 1)))
                    .isTrue();
            streamed.append(fresh);
        }

        // Then
        assertThat(streamed.append(stream.finish()).toString()).isEqualTo(tokenizer.decode(ids, skip));
    }

    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
        return new String(whole.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
