package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerCommandTest {
    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @Test
    void aTrainedTokenizerEncodesAndDecodesWhatItNeverSaw() throws IOException {
        // Given
        Path text = Files.writeString(folder.resolve("a.txt"), "box(1, 2, 3) box(4, 5, 6)\n".repeat(20));
        Path trained = folder.resolve("tokenizer");

        // When
        JsonNode record = run(
                        "tokenizer",
                        "train",
                        text,
                        "--vocab-size",
                        280,
                        "--special",
                        "<|endoftext|>",
                        "--special",
                        "<|im_end|>",
                        "--out",
                        trained,
                        "--json")
                .succeeded()
                .lines()
                .getFirst();
        Path unseen = Files.writeString(folder.resolve("b.txt"), "box(7) é😀<|im_end|>\n");
        CommandLineRun encoded = run("tokenizer", "encode", "--tokenizer", trained, unseen, "--offsets", "--json")
                .succeeded();
        Path ids = Files.writeString(folder.resolve("ids.jsonl"), encoded.out());
        CommandLineRun decoded = run("tokenizer", "decode", "--tokenizer", trained, ids, "--json")
                .succeeded();
        CommandLineRun skipped = run("tokenizer", "decode", "--tokenizer", trained, ids, "--skip-special", "--json")
                .succeeded();

        // Then
        assertThat(record.path("vocab_size").asInt()).isLessThanOrEqualTo(280);
        assertThat(record.path("forgotten_words").asLong()).isZero();
        assertThat(trained).isDirectoryContaining("glob:**tokenizer_config.json");
        assertThat(encoded.lines().getFirst().path("offsets").size())
                .isEqualTo(encoded.lines().getFirst().path("tokens").asInt());
        assertThat(decoded.lines().getFirst().path("text").asText()).isEqualTo("box(7) é😀<|im_end|>\n");
        assertThat(skipped.lines().getFirst().path("text").asText()).isEqualTo("box(7) é😀\n");
        assertThat(run("tokenizer", "train", text, "--vocab-size", 280, "--out", trained)
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("--overwrite");
    }

    @Test
    void aConversationIsWrittenByTheModelsTemplate() throws IOException {
        // Given
        Path text = Files.writeString(folder.resolve("a.txt"), "a b c");
        Path trained = folder.resolve("tokenizer");
        run("tokenizer", "train", text, "--vocab-size", 260, "--special", "<|end|>", "--out", trained)
                .succeeded();
        Files.writeString(
                trained.resolve("chat_template.jinja"),
                "{% for m in messages %}{{ m.role }}: {{ m.content }}<|end|>{% endfor %}"
                        + "{% if add_generation_prompt %}assistant:{% endif %}");
        Path good = Files.writeString(folder.resolve("talk.json"), "[{\"role\":\"user\",\"content\":\"hi\"}]");
        Path bad = Files.writeString(folder.resolve("wrong.json"), "[1]");

        // When
        List<JsonNode> lines = run(
                        "tokenizer",
                        "encode",
                        "--model",
                        trained,
                        "--chat",
                        "--add-generation-prompt",
                        bad,
                        good,
                        "--json")
                .ended(ExitCode.PARTIAL)
                .lines();

        // Then
        assertThat(lines.getFirst().path("error").path("code").asText()).isEqualTo("bad_conversation");
        assertThat(lines.getLast().path("text").asText()).isEqualTo("user: hi<|end|>assistant:");
    }

    @Test
    void wrongUsageSaysWhatToDo() {
        assertThat(run("tokenizer", "encode", "--tokenizer", folder, "--text", "x")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("tokenizer.json")
                .contains("no_tokenizer");
        assertThat(run("tokenizer", "train", home, "--vocab-size", 10, "--out", folder)
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("256");
        assertThat(run("tokenizer").ended(ExitCode.USAGE).err()).contains("train, encode or decode");
    }

    private static CommandLineRun run(Object... arguments) {
        return CommandLineRun.of(home, new ArrayList<>(List.of(arguments)).toArray());
    }
}
