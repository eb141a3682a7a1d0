package dev.cadwright.neural.tokenizer.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BpeTrainerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SPECIAL = List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>");

    @TempDir
    Path folder;

    static Stream<Path> references() throws IOException {
        try (Stream<Path> folders = Files.list(data().resolve("golden/tokenizers"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** Merges and ids of Python's trainer, whose corpora the folder's facts name by their number of files. */
    @ParameterizedTest
    @MethodSource("references")
    void theVocabularyIsThatOfTheReference(Path reference) throws IOException, InterruptedException {
        // Given
        String name = reference.getFileName().toString();
        JsonNode facts = JSON.readTree(
                        data().resolve("golden/tokenizers/trainer.json").toFile())
                .path("trainers")
                .path(name);
        List<Path> corpus = corpus(name.startsWith("scad") ? "openscad-examples" : "cad-recode")
                .subList(0, facts.path("sequences").asInt());
        SplitStyle style = name.endsWith("gpt2") ? SplitStyle.GPT2 : SplitStyle.QWEN;

        // When
        BpeTrainer.Trained trained = BpeTrainer.of(style, 1024, SPECIAL).train(corpus, progress -> {});

        // Then
        BpeVocabulary vocabulary = trained.vocabulary();
        assertThat(vocabulary.mergesText().lines().skip(1))
                .containsExactlyElementsOf(Files.readAllLines(reference.resolve("merges.txt")).stream()
                        .filter(line -> !line.startsWith("#version"))
                        .toList());
        JsonNode expected = JSON.readTree(reference.resolve("tokenizer.json").toFile());
        JsonNode written = JSON.readTree(vocabulary.tokenizerJson());
        assertThat(written.path("model")).isEqualTo(expected.path("model"));
        assertThat(written.path("added_tokens")).isEqualTo(expected.path("added_tokens"));
        assertThat(trained.distinctWords())
                .isEqualTo(facts.path("distinct words").asInt());
        assertThat(trained.forgottenWords()).isZero();
    }

    /** What Python's tokenizers 0.23 made of random texts; see make.py beside the resource. */
    @Test
    void textsFullOfTiesAndOverlapsGiveTheMergesOfPython() throws IOException, InterruptedException {
        try (var in = BpeTrainerTest.class.getResourceAsStream("random.jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode expected = JSON.readTree(line);
                Path file = Files.writeString(
                        folder.resolve("text"), expected.path("text").asText());
                SplitStyle style = SplitStyle.valueOf(expected.path("style").asText());

                BpeTrainer.Trained trained = BpeTrainer.of(
                                style, expected.path("size").asInt(), SPECIAL)
                        .train(List.of(file), progress -> {});

                assertThat(JSON.readTree(trained.vocabulary().tokenizerJson())
                                .path("model")
                                .path("merges"))
                        .as(line)
                        .isEqualTo(expected.path("merges"));
            }
        }
    }

    @Test
    void theNumberOfThreadsAndTheOrderOfFilesDoNotMatter() throws IOException, InterruptedException {
        // Given
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            files.add(Files.writeString(folder.resolve("f" + i), ("cube([" + i + ", 2, 3]);\n").repeat(50 + i)));
        }

        // When
        String one = new BpeTrainer(SplitStyle.QWEN, 400, SPECIAL, 1, 1000, 1)
                .train(files, progress -> {})
                .vocabulary()
                .tokenizerJson();
        String three = new BpeTrainer(SplitStyle.QWEN, 400, SPECIAL, 1, 1000, 3)
                .train(files.reversed(), progress -> {})
                .vocabulary()
                .tokenizerJson();

        // Then
        assertThat(three).isEqualTo(one);
    }

    @Test
    void moreWordsThanAllowedAreForgottenAndToldOf() throws IOException, InterruptedException {
        // Given
        StringBuilder text = new StringBuilder("often ".repeat(100));
        for (int i = 0; i < 500; i++) {
            text.append('w')
                    .append(Character.toString('a' + i % 26))
                    .append(Character.toString('a' + i / 26))
                    .append(' ');
        }
        Path file = Files.writeString(folder.resolve("text"), text);

        // When
        BpeTrainer.Trained trained =
                new BpeTrainer(SplitStyle.QWEN, 300, List.of(), 1, 50, 1).train(List.of(file), progress -> {});

        // Then
        assertThat(trained.forgottenWords()).isPositive();
        assertThat(trained.vocabulary().ids()).containsKey("Ġoften");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), new byte[] {'a', (byte) 0xff, 'b'});
        assertThatExceptionOfType(NeuralException.class)
                .isThrownBy(() -> BpeTrainer.of(SplitStyle.GPT2, 300, List.of()).train(List.of(file), progress -> {}))
                .withMessageContaining(file.toString())
                .extracting(NeuralException::code)
                .isEqualTo("bad_text");
    }

    private static List<Path> corpus(String name) throws IOException {
        try (Stream<Path> files = Files.list(data().resolve(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path data() {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = (shared == null ? root.resolve("../shared") : Path.of(shared)).resolve("data");
        assumeTrue(Files.isDirectory(data.resolve("golden/tokenizers")), "the reference tokenizers are not here");
        return data;
    }
}
