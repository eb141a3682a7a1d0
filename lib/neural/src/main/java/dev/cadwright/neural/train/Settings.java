package dev.cadwright.neural.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cadwright.neural.NeuralException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One section of a configuration. Every key that is read becomes known; {@link #close} refuses all others. */
final class Settings implements AutoCloseable {
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new TreeSet<>();

    Settings(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            throw bad(path, "must be a section of keys and values");
        }
    }

    /** Keys that are understood without being read here. */
    Settings alsoKnown(Set<String> keys) {
        known.addAll(keys);
        return this;
    }

    Settings section(String key) {
        return new Settings(name(key), value(key).orElse(MissingNode.getInstance()));
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    Optional<JsonNode> value(String key) {
        known.add(key);
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    Optional<String> text(String key) {
        return value(key).map(value -> {
            if (!value.isTextual()) {
                throw bad(name(key), "must be a text");
            }
            return value.asText();
        });
    }

    <E extends Enum<E>> E choice(String key, E[] choices, E fallback) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        List<String> names = new ArrayList<>();
        for (E choice : choices) {
            String name = choice.name().toLowerCase(java.util.Locale.ROOT);
            if (name.equals(text.get())) {
                return choice;
            }
            names.add(name);
        }
        throw bad(name(key), "must be one of " + String.join(", ", names) + ", not " + text.get());
    }

    String choice(String key, String fallback, List<String> choices) {
        String value = text(key).orElse(fallback);
        if (!choices.contains(value)) {
            throw bad(name(key), "must be one of " + String.join(", ", choices) + ", not " + value);
        }
        return value;
    }

    boolean flag(String key, boolean fallback) {
        return value(key)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw bad(name(key), "must be true or false");
                    }
                    return value.asBoolean();
                })
                .orElse(fallback);
    }

    long whole(String key, long fallback, long least, long most) {
        return value(key)
                .map(value -> {
                    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                        throw bad(name(key), "must be a whole number");
                    }
                    return within(key, value.asLong(), least, most);
                })
                .orElse(fallback);
    }

    double number(String key, double fallback, double least, double most) {
        return value(key)
                .map(value -> {
                    // YAML 1.2 writers print 1e-3 where YAML 1.1 readers want 1.0e-3 and see a text.
                    double number = value.isNumber() ? value.asDouble() : parsed(key, value.asText());
                    if (!(number >= least && number <= most)) {
                        throw bad(name(key), "must be from " + least + " to " + most + ", not " + number);
                    }
                    return number;
                })
                .orElse(fallback);
    }

    List<String> texts(String key, List<String> fallback) {
        return value(key)
                .map(value -> {
                    if (!value.isArray()) {
                        throw bad(name(key), "must be a list");
                    }
                    List<String> texts = new ArrayList<>();
                    value.forEach(element -> texts.add(element.asText()));
                    return List.copyOf(texts);
                })
                .orElse(fallback);
    }

    /** Refuses keys that nobody asked for, with the nearest known one. */
    @Override
    public void close() {
        for (String key : (Iterable<String>) node::fieldNames) {
            if (!known.contains(key)) {
                String nearest = known.stream()
                        .min(Comparator.comparingInt(candidate -> farness(candidate, key)))
                        .orElse("");
                throw bad(
                        name(key), "is not a known key" + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?"));
            }
        }
    }

    private double parsed(String key, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw bad(name(key), "must be a number, not " + text);
        }
    }

    private long within(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw bad(name(key), "must be from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static NeuralException bad(String key, String message) {
        return new NeuralException("bad_configuration", key + " " + message);
    }

    /** A key that goes on where another ends is near to it, however long. */
    private static int farness(String candidate, String key) {
        return candidate.startsWith(key) ? 1 : distance(candidate, key);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
