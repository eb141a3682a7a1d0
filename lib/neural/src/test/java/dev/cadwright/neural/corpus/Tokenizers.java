package dev.cadwright.neural.corpus;

import dev.cadwright.neural.tokenizer.bpe.BpeTrainer;
import dev.cadwright.neural.tokenizer.bpe.SplitStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small tokenizer of 300 tokens, the last of which is a picture, with the marks of conversations, and templates for it. */
public final class Tokenizers {
    public static final String CHATML =
            "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
                    + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";

    private static final String JSON = trained();

    private Tokenizers() {}

    /** Puts the tokenizer's files into a folder. */
    public static Path write(Path folder, String template) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("tokenizer.json"), JSON);
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"eos_token\": \"<|im_end|>\", \"pad_token\": \"<|endoftext|>\", \"added_tokens_decoder\": {\"299\":"
                        + " {\"content\": \"<image>\", \"special\": true}}}");
        Files.writeString(folder.resolve("chat_template.jinja"), template);
        return folder;
    }

    private static String trained() {
        try {
            Path file = Files.createTempFile("corpus", ".txt");
            Files.writeString(
                    file, "box(1, 2, 3) cylinder(4, 5) workplane extrude\nuser assistant circle\n".repeat(30));
            String json = BpeTrainer.of(SplitStyle.QWEN, 299, List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"))
                    .train(List.of(file), progress -> {})
                    .vocabulary()
                    .tokenizerJson();
            Files.delete(file);
            return json;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
