package dev.cadwright.cad;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that programs are written in. */
public enum Language {
    /** The JSON of the DeepCAD data set (Wu, Xiao and Zheng, 2021). */
    DEEPCAD("deepcad", ".json", Form.HISTORY),
    /** The readable sketch-and-extrude language; see {@code docs/formats/sketch.md}. */
    SKETCH("sketch", ".sketch", Form.HISTORY),
    /** The JSON of the Fusion 360 Gallery's reconstructions (Willis et al., 2021). */
    FUSION360("fusion360", ".fusion360.json", Form.HISTORY),
    /** The Python calls of OpenECAD (Yuan, Shi and Huang, 2024); see {@code docs/formats/openecad.md}. */
    OPENECAD("openecad", ".openecad.py", Form.HISTORY),
    /** Python programs of the CadQuery library. */
    CADQUERY("cadquery", ".py", Form.SCRIPT),
    OPENSCAD("openscad", ".scad", Form.SCRIPT);

    /** How the names of files end that hold DeepCAD's vectors. */
    private static final List<String> ARRAYS = List.of(".h5", ".npy");

    private enum Form {
        HISTORY,
        SCRIPT
    }

    private final String label;
    private final String extension;
    private final Form form;

    Language(String label, String extension, Form form) {
        this.label = label;
        this.extension = extension;
        this.form = form;
    }

    /**
     * Whether a program is a history of features: its text alone is a {@link Construction}. What a script constructs
     * shows when it is executed.
     */
    public boolean isHistory() {
        return form == Form.HISTORY;
    }

    /** The name in commands and records, lower case. */
    public String label() {
        return label;
    }

    /** How file names of this language end, with the dot. */
    public String extension() {
        return extension;
    }

    /**
     * The language of a file, by how its name ends, whatever the case. Several share {@code .json} and {@code .py}: see
     * {@code Programs.recognise}. DeepCAD's programs may also be arrays, {@code .h5} and {@code .npy}.
     */
    public static Optional<Language> of(Path path) {
        Path name = path.getFileName();
        if (name == null) {
            return Optional.empty();
        }
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> lower.endsWith(language.extension))
                .max(Comparator.comparing(language -> language.extension.length()))
                .or(() -> ARRAYS.stream().anyMatch(lower::endsWith) ? Optional.of(DEEPCAD) : Optional.empty());
    }

    /** The language with this {@link #label()}. */
    public static Optional<Language> named(String label) {
        return Arrays.stream(values())
                .filter(language -> language.label.equals(label))
                .findFirst();
    }
}
