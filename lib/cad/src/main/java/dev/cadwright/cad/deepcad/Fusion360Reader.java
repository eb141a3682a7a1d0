package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;

/**
 * Reads the JSON of Fusion 360 Gallery's reconstruction data set (Willis et al., 2021): lengths in centimetres, features
 * in the order of the timeline. The profiles of an extrude make one feature together; where they lie in several planes,
 * one a plane. Lines, arcs, circles, ellipses, elliptical arcs and NURBS curves; extents to one side, symmetric and to two
 * sides, tapered too; starts at the profile's plane or at an offset of it. What else Fusion knows is refused by name.
 *
 * <p>A body is made of all features, new bodies too: two bodies that touch become one. Total and bounded, as
 * {@link DeepCadReader} is.
 */
public final class Fusion360Reader {
    private Fusion360Reader() {}

    public static Parse<Construction> read(String json) {
        try {
            return new Parse.Ok<>(new DocumentReader(JsonText.read(json), Dialect.FUSION_360).read());
        } catch (Refusal refusal) {
            return Parse.failed(refusal.diagnostic());
        }
    }
}
