package dev.cadwright.cad.text;

import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.lower.ProfileShapes;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text to be made of faces.
 *
 * @param size of the font's quadrat, in model units
 */
public record Lettering(String text, double size, FontFamily family, FontStyle style, TextAlignment alignment) {
    /** {@code StdPrs_BRepFont} makes nothing of a smaller font. */
    private static final double LEAST_SIZE = 1e-5;

    /** How many points the outlines have: what it takes to make them. */
    public long points() {
        Font font = Font.of(family, style);
        return text.codePoints().mapToLong(font::points).sum();
    }

    /**
     * One member a character that can be seen: its face in the xy plane, or a compound of its faces. Empty where the
     * size is no positive number, or nothing can be seen.
     */
    public GroupShape.Compound faces(SourceSpan span) {
        if (!(size > LEAST_SIZE)) {
            return new GroupShape.Compound(List.of(), span);
        }
        Font font = Font.of(family, style);
        double scale = size / Font.DOTS_PER_EM;
        Map<Integer, Optional<Shape>> glyphs = new HashMap<>();
        List<Shape> members = new ArrayList<>();
        for (TextLayout.Placed placed : TextLayout.of(text, font, alignment)) {
            Optional<Shape> glyph =
                    glyphs.computeIfAbsent(placed.character(), character -> glyph(font.outline(character, size), span));
            Vector3 at = new Vector3(placed.x() * scale, placed.y() * scale, 0);
            glyph.ifPresent(faces -> members.add(new ModifiedShape.Placed(faces, Transform.translation(at), span)));
        }
        return new GroupShape.Compound(members, span);
    }

    private static Optional<Shape> glyph(List<Profile> outline, SourceSpan span) {
        List<Shape> faces = outline.stream()
                .map(profile -> ProfileShapes.face(Frame.XY, profile, span))
                .toList();
        return faces.size() < 2 ? faces.stream().findFirst() : Optional.of(new GroupShape.Compound(faces, span));
    }
}
