package dev.cadwright.contracts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A model as jobs name it.
 *
 * @param files SHA-256 by file name of a checkpoint in the artifact store; empty for a built-in model, the folder of
 *     that name under {@code CADWRIGHT_MODELS}
 */
public record ModelReference(String name, Map<String, String> files) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    public ModelReference {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a model: " + name);
        }
        files = files == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(files));
    }

    public boolean isBuiltIn() {
        return files.isEmpty();
    }
}
