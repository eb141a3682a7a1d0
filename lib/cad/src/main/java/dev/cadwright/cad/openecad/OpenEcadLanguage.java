package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.outline.Expressible;
import dev.cadwright.cad.python.syntax.PythonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * OpenECAD's programs; {@code docs/formats/openecad.md} is the reference. Parsing is total and bounded; no Python runs.
 */
public final class OpenEcadLanguage {
    private OpenEcadLanguage() {}

    /** Reads a program; the first thing that is wrong with it ends reading. */
    public static Parse<Construction> parse(String text) {
        return PythonParser.parse(text).then(module -> {
            try {
                return new Parse.Ok<>(Program.follow(module.body()));
            } catch (Refusal refusal) {
                return Parse.failed(refusal.diagnostic());
            }
        });
    }

    /** A program that parses back to the same construction, but for what {@link #print(Construction, OpenEcadStyle)} says. */
    public static Parse<String> print(Construction construction) {
        return print(construction, OpenEcadStyle.exact());
    }

    /**
     * The program with its lengths written in a style. Several profiles of one extrude become as many extrudes. Fails
     * where the language has no words for something.
     */
    public static Parse<String> print(Construction construction, OpenEcadStyle style) {
        Optional<Diagnostic> obstacle = Expressible.obstacle(construction, "OpenECAD")
                .or(() -> Expressible.splitIntersection(construction, "OpenECAD"));
        return obstacle.<Parse<String>>map(Parse::failed)
                .orElseGet(() -> new Parse.Ok<>(new Printer(style).print(construction)));
    }

    /** Markdown: every function with its parameters. */
    public static String reference() {
        StringBuilder text = new StringBuilder("| function | parameters | may be left out |\n|---|---|---|\n");
        for (Vocabulary.Function function : Vocabulary.FUNCTIONS.values()) {
            text.append("| `")
                    .append(function.name())
                    .append("` | ")
                    .append(names(function.required()))
                    .append(" | ")
                    .append(names(function.optional()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** What the data set and {@link #print(Construction)} write, for decoders that are to write nothing else. */
    public static Grammar grammar() {
        return OpenEcadGrammar.grammar();
    }
}
