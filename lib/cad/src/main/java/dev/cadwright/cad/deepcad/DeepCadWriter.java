package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;

/** Writes constructions as DeepCAD JSON that {@link DeepCadReader} reads back to the same construction. */
public final class DeepCadWriter {
    private DeepCadWriter() {}

    public static Parse<String> write(Construction construction) {
        throw new UnsupportedOperationException("not there yet");
    }
}
