package dev.cadwright.cad.language;

import dev.cadwright.cad.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the names of files say of programs. Names may come from anywhere, have {@code /} between their parts, and need not
 * be paths of this machine.
 */
public final class ProgramNames {
    /** In the place of a language's label for STEP files. */
    public static final String STEP = "step";

    /** What folders are searched for, for people. */
    public static final String ENDINGS = ".json (DeepCAD, Fusion 360), .sketch, .scad, .py (CadQuery, OpenECAD), "
            + ".h5 (DeepCAD's vectors), .step, .stp";

    private static final List<String> STEP_ENDINGS = List.of(".step", ".stp");

    /** Whose content may as well be a point cloud, and is none in a folder unless it is named. */
    private static final String CLOUD = ".npy";

    /** What no ending of a name holds. */
    private static final Pattern NOT_IN_ENDINGS = Pattern.compile("[^A-Za-z0-9./]");

    private ProgramNames() {}

    /** Whether a name says that the file is a STEP file. */
    public static boolean isStep(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return STEP_ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Whether a name says that the file is a program or a STEP file, and not perhaps a point cloud. */
    public static boolean isKnown(String name) {
        return isStep(name)
                || (language(name).isPresent() && !name.toLowerCase(Locale.ROOT).endsWith(CLOUD));
    }

    /** The language that a name says; see {@link Language#of}. */
    public static Optional<Language> language(String name) {
        return Language.of(Path.of(NOT_IN_ENDINGS.matcher(name).replaceAll("_")));
    }
}
