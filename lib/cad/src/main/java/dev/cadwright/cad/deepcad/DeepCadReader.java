package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;

/**
 * Reads the construction JSON of the DeepCAD data set (Wu, Xiao and Zheng, 2021): lengths in metres, features in the
 * order of the sequence, each profile of an extrude a feature of its own. Holes are found by containment and curves
 * ordered head to tail, since the files say neither.
 *
 * <p>Total and bounded: no text makes it throw, and none makes it work for long.
 */
public final class DeepCadReader {
    private DeepCadReader() {}

    public static Parse<Construction> read(String json) {
        try {
            return new Parse.Ok<>(new DocumentReader(JsonText.read(json)).read());
        } catch (Refusal refusal) {
            return Parse.failed(refusal.diagnostic());
        }
    }
}
