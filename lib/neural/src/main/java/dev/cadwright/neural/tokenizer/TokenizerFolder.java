package dev.cadwright.neural.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.bpe.SplitStyle;
import dev.cadwright.neural.tokenizer.definition.TokenizerDefinition;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files in a model's folder that make its tokenizer: today's, and those of older checkpoints. */
final class TokenizerFolder {
    private static final long LARGEST_FILE = 256L << 20;

    /** What the files say together. */
    record Loaded(TokenizerDefinition definition, SpecialTokens special, ChatTemplates chat) {}

    private final Path folder;

    private TokenizerFolder(Path folder) {
        this.folder = folder;
    }

    static Loaded read(Path path) {
        if (Files.isRegularFile(path)) {
            return new Loaded(TokenizerDefinition.parse(text(path)), SpecialTokens.NONE, ChatTemplates.NONE);
        }
        if (!Files.isDirectory(path)) {
            throw new NeuralException("no_tokenizer", path + " does not exist.");
        }
        return new TokenizerFolder(path).read();
    }

    private Loaded read() {
        TokenizerSettings settings = settings();
        TokenizerDefinition definition = definition(settings).withAdded(settings.added());
        return new Loaded(definition, settings.special(), ChatTemplates.read(this, settings));
    }

    private TokenizerSettings settings() {
        TokenizerSettings settings = TokenizerSettings.read(this);
        if (has("tokenizer.json") || !has("vocab.json")) {
            return settings;
        }
        SplitStyle style = VocabularyAndMerges.style(this, settings);
        return settings.withDefault(VocabularyAndMerges.defaultRoles(style), "<|endoftext|>");
    }

    private TokenizerDefinition definition(TokenizerSettings settings) {
        if (has("tokenizer.json")) {
            return TokenizerDefinition.parse(text("tokenizer.json"));
        }
        if (has("vocab.json") && has("merges.txt")) {
            return VocabularyAndMerges.definition(this, settings);
        }
        if (has("tokenizer.model")) {
            throw new NeuralException(
                    "unsupported_tokenizer",
                    "%1$s has a SentencePiece tokenizer.model, but no tokenizer.json. Make one with Python's transformers: python -c \"from transformers import AutoTokenizer; AutoTokenizer.from_pretrained('%1$s').save_pretrained('%1$s')\""
                            .formatted(folder));
        }
        throw new NeuralException(
                "no_tokenizer", folder + " has no tokenizer: neither tokenizer.json nor vocab.json and merges.txt.");
    }

    Path folder() {
        return folder;
    }

    boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** The whole file, which must be there. */
    String text(String name) {
        return text(folder.resolve(name));
    }

    /** The file as JSON; a missing node where it is not there. */
    JsonNode json(String name) {
        return has(name) ? Json.parse(name, text(name)) : Json.missing();
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new NeuralException("bad_tokenizer", file + " is larger than a tokenizer's file can be.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new NeuralException("bad_tokenizer", file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new NeuralException("bad_tokenizer", file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
