package dev.cadwright.cad.language;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.deepcad.DeepCadReader;
import dev.cadwright.cad.deepcad.DeepCadWriter;
import dev.cadwright.cad.sketch.SketchLanguage;

/** Every language behind one door. */
public final class Programs {
    private Programs() {}

    /** Reads text of a language. */
    public static Parse<Construction> parse(Language language, String text) {
        return switch (language) {
            case DEEPCAD -> DeepCadReader.read(text);
            case SKETCH -> SketchLanguage.parse(text);
        };
    }

    /** Writes a construction in a language; fails when the language cannot express it. */
    public static Parse<String> print(Language language, Construction construction) {
        return switch (language) {
            case DEEPCAD -> DeepCadWriter.write(construction);
            case SKETCH -> new Parse.Ok<>(SketchLanguage.print(construction));
        };
    }

    /** From one language to another; within one language, the canonical form. */
    public static Parse<String> convert(Language from, String text, Language to) {
        return parse(from, text).then(construction -> print(to, construction));
    }
}
