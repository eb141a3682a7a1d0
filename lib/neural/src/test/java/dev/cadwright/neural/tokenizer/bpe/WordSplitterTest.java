package dev.cadwright.neural.tokenizer.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordSplitterTest {
    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern QWEN = Pattern.compile(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            FLAGS);
    private static final Pattern GPT2 = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+", FLAGS);

    @TempDir
    Path folder;

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> usual = Arbitraries.of(
                "'", "s", "S", "ſ", "t", "re", "LL", "ve", "d", " ", "  ", "\n", "\r", "\t", "a", "B", "é", "e\u0301",
                "1", "٣", "½", "Ⅷ", "_", "(", ".", "😀", "中", "\u00a0", "\u2003", "\u3000", "\u0085", "\u200b",
                "\u2028", "𝒳", "𝟘");
        Arbitrary<String> any = Arbitraries.strings().ofLength(1);
        return Arbitraries.frequencyOf(Tuple.of(9, usual), Tuple.of(1, any))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts))
                .filter(text -> text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    }

    @Property(tries = 3000)
    void wordsAreThoseOfThePattern(@ForAll("texts") String text) {
        assertThat(words(SplitStyle.QWEN, text))
                .isEqualTo(matches(QWEN, Normalizer.normalize(text, Normalizer.Form.NFC)));
        assertThat(words(SplitStyle.GPT2, text)).isEqualTo(matches(GPT2, text));
    }

    @Test
    void aLongFileHasTheSameWordsInPieces() throws Exception {
        // Given
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 3_000_000; i++) {
            text.append("cube")
                    .append(i)
                    .append(i % 7 == 0 ? "\n\n  " : i % 5 == 0 ? ";\r\n" : " ")
                    .append("é'll ");
        }
        Path file = Files.writeString(folder.resolve("text"), text);

        // When
        List<String> pieces = new ArrayList<>();
        try (TextChunks chunks = new TextChunks(file)) {
            for (String piece = chunks.next(); piece != null; piece = chunks.next()) {
                pieces.add(piece);
            }
        }

        // Then
        assertThat(pieces.size()).isGreaterThan(2);
        assertThat(String.join("", pieces)).isEqualTo(text.toString());
        List<String> inPieces = new ArrayList<>();
        pieces.forEach(piece -> inPieces.addAll(words(SplitStyle.GPT2, piece)));
        assertThat(inPieces).isEqualTo(words(SplitStyle.GPT2, text.toString()));
    }

    private static List<String> words(SplitStyle style, String text) {
        List<String> words = new ArrayList<>();
        new WordSplitter(style).split(text, (whole, begin, end) -> words.add(whole.substring(begin, end)));
        return words;
    }

    private static List<String> matches(Pattern pattern, String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
