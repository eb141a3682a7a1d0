package dev.cadwright.cad.text;

import java.util.Locale;
import java.util.Map;

/**
 * The families at hand: DejaVu. A name that is none of theirs stands for the family that OCCT's font manager uses in its
 * place where neither Microsoft's fonts nor GNU FreeFont are installed ({@code Font_FontMgr}).
 */
public enum FontFamily {
    DEJAVU_SANS("DejaVu Sans", "DejaVuSans", "Oblique"),
    DEJAVU_SANS_CONDENSED("DejaVu Sans Condensed", "DejaVuSansCondensed", "Oblique"),
    DEJAVU_SANS_MONO("DejaVu Sans Mono", "DejaVuSansMono", "Oblique"),
    DEJAVU_SERIF("DejaVu Serif", "DejaVuSerif", "Italic"),
    DEJAVU_SERIF_CONDENSED("DejaVu Serif Condensed", "DejaVuSerifCondensed", "Italic");

    private static final Map<String, FontFamily> ALIASES = Map.of(
            "mono", DEJAVU_SANS_MONO,
            "courier", DEJAVU_SANS_MONO,
            "monospace", DEJAVU_SANS_MONO,
            "times", DEJAVU_SERIF,
            "serif", DEJAVU_SERIF,
            "times-roman", DEJAVU_SERIF);

    private final String title;
    private final String file;
    private final String slanted;

    FontFamily(String title, String file, String slanted) {
        this.title = title;
        this.file = file;
        this.slanted = slanted;
    }

    /** The family of a name, whatever its case; {@link #DEJAVU_SANS} where nothing is known by it. */
    public static FontFamily named(String name) {
        for (FontFamily family : values()) {
            if (family.title.equalsIgnoreCase(name)) {
                return family;
            }
        }
        return ALIASES.getOrDefault(name.toLowerCase(Locale.ROOT), DEJAVU_SANS);
    }

    public String title() {
        return title;
    }

    /** The name of the file of a style. */
    String file(FontStyle style) {
        return switch (style) {
            case REGULAR -> file + ".ttf";
            case BOLD -> file + "-Bold.ttf";
            case ITALIC -> file + "-" + slanted + ".ttf";
        };
    }
}
