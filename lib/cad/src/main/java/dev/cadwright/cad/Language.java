package dev.cadwright.cad;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that programs are written in. */
public enum Language {
    /** The JSON of the DeepCAD data set (Wu, Xiao and Zheng, 2021). */
    DEEPCAD("deepcad", ".json"),
    /** The readable sketch-and-extrude language; see {@code docs/formats/sketch.md}. */
    SKETCH("sketch", ".sketch");

    private final String label;
    private final String extension;

    Language(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /** The name in commands and records, lower case. */
    public String label() {
        return label;
    }

    /** How file names of this language end, with the dot. */
    public String extension() {
        return extension;
    }

    /** The language of a file, by how its name ends, whatever the case. */
    public static Optional<Language> of(Path path) {
        Path name = path.getFileName();
        if (name == null) {
            return Optional.empty();
        }
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> lower.endsWith(language.extension))
                .findFirst();
    }

    /** The language with this {@link #label()}. */
    public static Optional<Language> named(String label) {
        return Arrays.stream(values())
                .filter(language -> language.label.equals(label))
                .findFirst();
    }
}
