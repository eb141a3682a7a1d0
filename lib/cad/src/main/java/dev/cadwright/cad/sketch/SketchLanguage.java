package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.grammar.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The readable sketch-and-extrude language; {@code docs/formats/sketch.md} is its reference. It looks like Python and
 * is not: a program can draw sketches and extrude them, and nothing else.
 *
 * <p>Parsing is total and bounded: no text makes it throw, and none makes it work for long.
 */
public final class SketchLanguage {
    /** Characters of a program. */
    public static final int MAX_LENGTH = 4 << 20;

    private static final int MAX_DIAGNOSTICS = 20;

    private SketchLanguage() {}

    /** Reads a program; goes on after a bad line, so that the diagnostics (at most 20) name every bad line. */
    public static Parse<Construction> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            String message = "the text has " + text.length() + " characters, more than " + MAX_LENGTH;
            return Parse.failed(Diagnostic.at(SourceSpan.NONE, "limit.text", message, ""));
        }
        StatementReader reader = new StatementReader(text);
        Interpreter interpreter = new Interpreter();
        List<Diagnostic> diagnostics = new ArrayList<>();
        while (diagnostics.size() < MAX_DIAGNOSTICS) {
            try {
                Optional<Statement> statement = reader.next();
                if (statement.isEmpty()) {
                    break;
                }
                interpreter.execute(statement.get());
            } catch (Refusal refusal) {
                diagnostics.add(refusal.diagnostic());
                reader.recover();
            }
        }
        return diagnostics.isEmpty() ? new Parse.Ok<>(interpreter.construction()) : new Parse.Failed<>(diagnostics);
    }

    /** The canonical text: it parses back to the same construction. */
    public static String print(Construction construction) {
        return print(construction, NumberStyle.exact());
    }

    /** The canonical text with its numbers written in a style; rounded, it parses to a construction nearby. */
    public static String print(Construction construction, NumberStyle style) {
        return new SketchPrinter(style).print(construction);
    }

    /**
     * The form of the first TinyLLaVA conversations, which leaves out planes, operations, arcs and circles: for
     * comparison only, it cannot be read back.
     */
    public static String printLossy(Construction construction) {
        return new LossyPrinter().print(construction);
    }

    /** Markdown: every call with its parameters. */
    public static String reference() {
        return SketchReference.markdown();
    }

    /** What {@link #print(Construction)} writes, for decoders that are to write nothing else. */
    public static Grammar grammar() {
        return SketchGrammar.grammar();
    }
}
