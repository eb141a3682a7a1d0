package dev.cadwright.cad.deepcad;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.outline.Expressible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes constructions in the layout of the DeepCAD data set: a sketch and an extrude entity a feature. What
 * {@link DeepCadReader} reads back is the same construction, but that several profiles of one extrude become as many
 * extrudes. Arcs carry one member more than the original's, {@code mid_point}, so that they read back without rounding.
 */
public final class DeepCadWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private DeepCadWriter() {}

    /**
     * Fails where the layout cannot say what is meant: features other than extrudes, tapers, ellipses and splines, an
     * intersection with several profiles at once.
     */
    public static Parse<String> write(Construction construction) {
        Optional<Diagnostic> obstacle = Expressible.obstacle(construction, "DeepCAD")
                .or(() -> Expressible.splitIntersection(construction, "DeepCAD"));
        return obstacle.<Parse<String>>map(Parse::failed)
                .orElseGet(() -> new Parse.Ok<>(text(construction, Dialect.DEEPCAD)));
    }

    /** The documents that are written, for constrained decoding. */
    public static Grammar grammar() {
        return DocumentGrammar.grammar(Dialect.DEEPCAD);
    }

    static String text(Construction construction, Dialect dialect) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new DocumentWriter(json, dialect).write(construction);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a string cannot fail", e);
        }
        return text.append('\n').toString();
    }
}
