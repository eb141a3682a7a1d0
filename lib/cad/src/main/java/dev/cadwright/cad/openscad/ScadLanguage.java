package dev.cadwright.cad.openscad;

import dev.cadwright.cad.Parse;
import dev.cadwright.cad.grammar.Grammar;
import java.util.Map;

/** Text of the OpenSCAD language, to a tree and back. */
public final class ScadLanguage {
    private ScadLanguage() {}

    /**
     * Reads a program. Any text gives a tree or a diagnostic: of the kind {@code syntax} at the first place that does not
     * read, of the kind {@code limit} where it is nested deeper or longer than a bound.
     */
    public static Parse<ScadProgram> parse(String text) {
        try {
            return new Parse.Ok<>(new StatementReader(new TokenStream(ScadLexer.read(text))).program());
        } catch (Refusal refusal) {
            return Parse.failed(refusal.diagnostic());
        }
    }

    /**
     * Checks a program without running it. Unknown names are warnings: OpenSCAD prints the same and goes on.
     *
     * @param name the program's path among the files
     * @param files the text of the files that it may include or use, by path
     */
    public static ScadReport check(String name, String text, Map<String, String> files) {
        return ScadCheck.check(name, text, Map.copyOf(files));
    }

    /** Checks a program that stands alone. */
    public static ScadReport check(String text) {
        return check("program.scad", text, Map.of());
    }

    /** What is a program, for constrained decoding. */
    public static Grammar grammar() {
        return ScadGrammar.grammar();
    }

    /** The canonical text of a program: printing what it parses to gives the same text. Comments are lost. */
    public static String print(ScadProgram program) {
        return new ScadPrinter().print(program);
    }
}
