package dev.cadwright.neural.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.bpe.BpeVocabulary;
import dev.cadwright.neural.tokenizer.bpe.SplitStyle;
import dev.cadwright.neural.tokenizer.definition.TokenizerDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder of before {@code tokenizer.json}: {@code vocab.json} and {@code merges.txt}. How such a text is cut into
 * words stands nowhere in it, only the name of the class that knew.
 */
final class VocabularyAndMerges {
    private static final Set<String> GPT2_CLASSES = Set.of("GPT2Tokenizer", "CodeGenTokenizer");
    private static final Set<String> GPT2_MODELS = Set.of("gpt2", "codegen", "phi", "gpt_neo", "gptj");

    private VocabularyAndMerges() {}

    static SplitStyle style(TokenizerFolder folder, TokenizerSettings settings) {
        String name = settings.tokenizerClass();
        String model = folder.json("config.json").path("model_type").asText();
        if (name.equals("Qwen2Tokenizer") || (name.isEmpty() && model.startsWith("qwen"))) {
            return SplitStyle.QWEN;
        }
        if (GPT2_CLASSES.contains(name) || (name.isEmpty() && GPT2_MODELS.contains(model))) {
            return SplitStyle.GPT2;
        }
        throw new NeuralException(
                "unsupported_tokenizer",
                "%1$s has vocab.json and merges.txt of %2$s, which only Python's transformers knows how to join. Make a tokenizer.json with: python -c \"from transformers import AutoTokenizer; AutoTokenizer.from_pretrained('%1$s').save_pretrained('%1$s')\""
                        .formatted(folder.folder(), name.isEmpty() ? "an unnamed tokenizer" : name));
    }

    static TokenizerDefinition definition(TokenizerFolder folder, TokenizerSettings settings) {
        SplitStyle style = style(folder, settings);
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> token : folder.json("vocab.json").properties()) {
            if (!token.getValue().canConvertToInt()) {
                throw new NeuralException("bad_tokenizer", "vocab.json has a token whose id is not a number.");
            }
            ids.put(token.getKey(), token.getValue().intValue());
        }
        List<BpeVocabulary.Merge> merges = folder.text("merges.txt")
                .lines()
                .filter(line -> !line.startsWith("#version") && !line.isBlank())
                .map(VocabularyAndMerges::merge)
                .toList();
        boolean prefix = style == SplitStyle.GPT2
                && settings.config().path("add_prefix_space").asBoolean();
        BpeVocabulary vocabulary = new BpeVocabulary(style, prefix, ids, merges, List.of());
        return TokenizerDefinition.parse(vocabulary.tokenizerJson());
    }

    /** The roles that the class fills with {@code <|endoftext|>} where the folder says nothing. */
    static Set<String> defaultRoles(SplitStyle style) {
        return switch (style) {
            case GPT2 -> Set.of("bos_token", "eos_token", "unk_token");
            case QWEN -> Set.of("eos_token", "unk_token", "pad_token");
        };
    }

    private static BpeVocabulary.Merge merge(String line) {
        int space = line.indexOf(' ');
        if (space <= 0 || space == line.length() - 1 || line.indexOf(' ', space + 1) >= 0) {
            throw new NeuralException("bad_tokenizer", "merges.txt has a line that is not two tokens: " + line);
        }
        return new BpeVocabulary.Merge(line.substring(0, space), line.substring(space + 1));
    }
}
