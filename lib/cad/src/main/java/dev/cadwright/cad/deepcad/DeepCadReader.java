package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;
import dev.cadwright.geometry.Bounds;
import java.util.Optional;

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
            return new Parse.Ok<>(new DocumentReader(JsonText.read(json), Dialect.DEEPCAD).read());
        } catch (Refusal refusal) {
            return Parse.failed(refusal.diagnostic());
        }
    }

    /** The box around the finished shape that the file states; empty when it states none that could be. */
    public static Optional<Bounds> boundingBox(String json) {
        try {
            Members box = Members.of(JsonText.read(json), "the document")
                    .members("properties")
                    .members("bounding_box");
            return Optional.of(new Bounds(box.vector("min_point"), box.vector("max_point")));
        } catch (Refusal | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
