package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.outline.Expressible;

/**
 * Writes constructions in the layout of Fusion 360 Gallery's reconstructions: a timeline of sketch and extrude entities.
 * {@link Fusion360Reader} reads the same construction back. Numbers stay as they are, whatever their unit.
 */
public final class Fusion360Writer {
    private Fusion360Writer() {}

    /** The documents that are written, for constrained decoding. */
    public static Grammar grammar() {
        return DocumentGrammar.grammar(Dialect.FUSION_360);
    }

    /** Fails for features other than extrudes, tapers, ellipses and splines, which are read and not yet written. */
    public static Parse<String> write(Construction construction) {
        return Expressible.obstacle(construction, "Fusion 360")
                .<Parse<String>>map(Parse::failed)
                .orElseGet(() -> new Parse.Ok<>(DeepCadWriter.text(construction, Dialect.FUSION_360)));
    }
}
