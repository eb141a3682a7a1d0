package dev.cadwright.neural.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void vocabularyAndMerges() throws IOException {
        write("vocab.json", "{\"<|endoftext|>\":0,\"a\":1,\"b\":2,\"ab\":3,\"Ġ\":4,\"Ġab\":5}");
        write("merges.txt", "#version: 0.2\na b\nĠ ab\n");
    }

    @Test
    void anOldFolderOfGpt2GetsTheTokensOfItsClass() throws IOException {
        // Given
        write("tokenizer_config.json", "{\"tokenizer_class\":\"GPT2Tokenizer\"}");

        // When
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            // Then
            assertThat(tokenizer.ids("ab ab<|endoftext|>", false)).containsExactly(3, 5, 0);
            assertThat(tokenizer.bos()).hasValue(0);
            assertThat(tokenizer.eos()).hasValue(0);
            assertThat(tokenizer.pad()).isEmpty();
        }
    }

    @Test
    void anOldFolderOfQwenIsNormalisedAndKeepsTheIdsOfItsAddedTokens() throws IOException {
        // Given
        write(
                "tokenizer_config.json",
                "{\"tokenizer_class\":\"Qwen2TokenizerFast\",\"eos_token\":\"<|im_end|>\","
                        + "\"added_tokens_decoder\":{\"7\":{\"content\":\"<|im_end|>\",\"special\":true},"
                        + "\"6\":{\"content\":\"<|im_start|>\",\"special\":true}}}");

        // When
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            // Then
            assertThat(tokenizer.ids("<|im_start|>ab ab<|im_end|>", false)).containsExactly(6, 3, 5, 7);
            assertThat(tokenizer.eos()).hasValue(7);
            assertThat(tokenizer.pad()).hasValue(0);
            assertThat(tokenizer.decode(new int[] {6, 3, 7}, true)).isEqualTo("ab");
        }
    }

    @Test
    void tokensThatOnlyTheConfigurationNamesAreAdded() throws IOException {
        // Given
        write("tokenizer_config.json", "{\"tokenizer_class\":\"GPT2Tokenizer\"}");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            write("tokenizer.json", tokenizer.definition().json());
        }
        write(
                "tokenizer_config.json",
                "{\"bos_token\":{\"__type\":\"AddedToken\",\"content\":\"<bos>\",\"normalized\":true},\"pad_token\":\"a\"}");

        // When
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            // Then
            assertThat(tokenizer.ids("<bos>ab", false)).containsExactly(6, 1, 2);
            assertThat(tokenizer.bos()).hasValue(6);
            assertThat(tokenizer.pad()).hasValue(1);
            assertThat(tokenizer.size()).isEqualTo(7);
        }
    }

    @Test
    void aFolderThatOnlySentencePieceReadsSaysWhatToDo() throws IOException {
        // Given
        Files.delete(folder.resolve("vocab.json"));
        write("tokenizer.model", "x");

        // Then
        assertThatExceptionOfType(NeuralException.class)
                .isThrownBy(() -> Tokenizer.load(folder))
                .withMessageContaining("save_pretrained")
                .extracting(NeuralException::code)
                .isEqualTo("unsupported_tokenizer");
    }

    @Test
    void anUnknownClassOfAnOldFolderIsNotGuessed() throws IOException {
        write("tokenizer_config.json", "{\"tokenizer_class\":\"CLIPTokenizer\"}");
        assertThatExceptionOfType(NeuralException.class)
                .isThrownBy(() -> Tokenizer.load(folder))
                .extracting(NeuralException::code)
                .isEqualTo("unsupported_tokenizer");
    }

    @Test
    void templatesAreFoundWhereverFoldersKeepThem() throws IOException {
        // Given
        write(
                "tokenizer_config.json",
                "{\"tokenizer_class\":\"GPT2Tokenizer\",\"chat_template\":[{\"name\":\"default\",\"template\":\"old\"},"
                        + "{\"name\":\"tool_use\",\"template\":\"{{ tools|length }} tools\"}]}");
        write("chat_template.jinja", "{{ bos_token }}{% for m in messages %}[{{ m.content }}]{% endfor %}\n");
        Files.createDirectory(folder.resolve("additional_chat_templates"));
        write("additional_chat_templates/short.jinja", "{{ messages|length }}{{ messages[0].thinking }}");
        List<Map<String, Object>> messages = List.of(Map.of("role", "user", "content", "x", "reasoning", "why"));

        // When
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            ChatTemplates chat = tokenizer.chat();

            // Then
            assertThat(chat.names()).containsExactlyInAnyOrder("default", "tool_use", "short");
            assertThat(chat.render(messages, ChatOptions.of(true))).isEqualTo("<|endoftext|>[x]");
            assertThat(chat.render(messages, ChatOptions.of(false).withTools(List.of(Map.of()))))
                    .isEqualTo("1 tools");
            assertThat(chat.render(messages, new ChatOptions(Optional.of("short"), List.of(), false, false, Map.of())))
                    .isEqualTo("1why");
            assertThat(chat.render(messages, new ChatOptions(Optional.empty(), List.of(), false, true, Map.of())))
                    .isEqualTo("<|endoftext|>[x");
        }
    }

    @Test
    void aModelWithoutATemplateSaysSo() throws IOException {
        write("tokenizer_config.json", "{\"tokenizer_class\":\"GPT2Tokenizer\"}");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThatExceptionOfType(NeuralException.class)
                    .isThrownBy(() -> tokenizer.chat().render(List.of(), ChatOptions.of(true)))
                    .extracting(NeuralException::code)
                    .isEqualTo("no_chat_template");
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
