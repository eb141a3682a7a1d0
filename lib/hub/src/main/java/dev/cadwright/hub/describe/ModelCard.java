package dev.cadwright.hub.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the card of a model, the YAML at the top of its {@code README.md}, says of it.
 *
 * @param licence identifier or name, as {@code apache-2.0}
 * @param base the model that it was made from
 */
public record ModelCard(Optional<String> licence, Optional<String> base) {
    public static final ModelCard NONE = new ModelCard(Optional.empty(), Optional.empty());

    private static final String FILE = "README.md";
    private static final String FENCE = "---";
    private static final int LONGEST = 1 << 20;

    /** The card in a model's folder; {@link #NONE} if there is none that reads. */
    public static ModelCard in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST ? of(Files.readString(file)) : NONE;
        } catch (IOException e) {
            // Whoever wrote the card may write what he likes; a model loads without it.
            return NONE;
        }
    }

    static ModelCard of(String text) throws IOException {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            return NONE;
        }
        List<String> body = lines.subList(1, lines.size());
        int end = body.stream().map(String::strip).toList().indexOf(FENCE);
        if (end < 0) {
            return NONE;
        }
        JsonNode card = new YAMLMapper().readTree(String.join("\n", body.subList(0, end)));
        Optional<String> licence = text(card.path("license"));
        return new ModelCard(
                licence.filter(name -> !name.equals("other"))
                        .or(() -> text(card.path("license_name")))
                        .or(() -> licence),
                text(card.path("base_model")));
    }

    /** A text, or the first of a list of them. */
    private static Optional<String> text(JsonNode value) {
        JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        return Optional.ofNullable(first.textValue()).filter(text -> !text.isBlank());
    }
}
