package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.text.FontFamily;
import dev.cadwright.cad.text.FontStyle;
import dev.cadwright.cad.text.Lettering;
import dev.cadwright.cad.text.TextAlignment;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as faces and solids. A file named by {@code fontPath} or {@code path} is none of those that a program is given, so
 * that, as in CadQuery where there is no such file, the font's name counts.
 */
final class TextMaking {
    private static final String STYLE = "=None, kind=\"regular\", halign=\"center\", valign=\"center\"";
    private static final Signature FLAT = Signature.of("txt, size, font=\"Arial\", path" + STYLE);
    private static final Signature ON_SPINE =
            Signature.of("txt, size, spine, planar=False, font=\"Arial\", path" + STYLE);
    private static final Signature ON_FACE = Signature.of("txt, size, spine, base, font=\"Arial\", path" + STYLE);

    /** Its place, and the shape that stands there; a letter's outline is kept once. */
    private static final long BYTES_PER_CHARACTER = 300;

    private TextMaking() {}

    static Value onWorkplane(WorkplaneValue self, Arguments call) {
        Shape flat = lettering("txt", "fontsize", call).faces(call.span());
        ShapeValue text = raised(Modelling.of(call.runtime()), flat, call.finite("distance"), call);
        return Combine.of(call)
                .with(self, List.of(text.transformed(Placement.of(self.plane().frame()))));
    }

    static Value compound(Arguments call) {
        Shape flat = lettering("text", "size", call).faces(call.span());
        ShapeValue text = raised(Modelling.of(call.runtime()), flat, call.finite("height"), call);
        Frame frame = call.isNone("position")
                ? Frame.XY
                : call.instance("position", PlaneValue.class, "Plane").frame();
        return text.transformed(Placement.of(frame));
    }

    private static ShapeValue raised(Modelling modelling, Shape flat, double height, Arguments call) {
        Shape text = height == 0 ? flat : new SolidShape.Prism(some(flat), new Vector3(0, 0, height), call.span());
        return modelling.shape(text, Kind.COMPOUND);
    }

    /** The direction of an extrusion is that of the first face. */
    private static Shape some(Shape flat) {
        if (flat instanceof GroupShape.Compound compound && compound.shapes().isEmpty()) {
            throw PythonError.indexError("list index out of range");
        }
        return flat;
    }

    /** The free function: flat, or along a curve. */
    static Value flat(Arguments call) {
        if (!isOnCurve(call)) {
            return flat(FLAT.bind("text", call.call()), call);
        }
        if (isOnFace(call)) {
            throw Errors.unsupported("text", "shapes are not laid onto curved faces here");
        }
        return onCurve(ON_SPINE.bind("text", call.call()), call);
    }

    private static boolean isOnCurve(Arguments call) {
        List<Value> more = call.rest("args");
        return call.call().keywords().containsKey("spine")
                || (!more.isEmpty() && more.getFirst() instanceof ShapeValue);
    }

    private static boolean isOnFace(Arguments call) {
        List<Value> more = call.rest("args");
        return call.call().keywords().containsKey("base") || (more.size() > 1 && more.get(1) instanceof ShapeValue);
    }

    private static ShapeValue flat(Arguments text, Arguments call) {
        Modelling modelling = Modelling.of(call.runtime());
        GroupShape.Compound glyphs = lettering("txt", "size", text).faces(call.span());
        List<ShapeValue> faces = modelling.shape(glyphs, Kind.COMPOUND).parts(Kind.FACE);
        ShapeValue all = ShapeOperators.compound(modelling, faces, call.span());
        return Booleans.fuse(all, List.of(), call.span()).clean();
    }

    private static Value onCurve(Arguments text, Arguments call) {
        ShapeValue spine = FreeFunctions.parts(ShapeValue.of(text.value("spine")), Kind.WIRE, Kind.EDGE)
                .getFirst();
        Shape wire = Sweeps.wire(spine, call.span());
        double length = spine.description().size();
        boolean planar = text.truth("planar");
        List<Shape> placed = new ArrayList<>();
        for (ShapeValue face : flat(text, call).parts(Kind.FACE)) {
            double along = Measuring.bounds(face).centre().x();
            Transform upright = Placement.euler(Vector3.ZERO, new Vector3(planar ? -90 : 0, -90, 0));
            Transform place = spine.modelling()
                    .ask(asked -> CurveTable.location(asked.onCurve(wire, along / length, true), false))
                    .transform();
            Transform all = Transform.translation(new Vector3(-along, 0, 0))
                    .then(upright)
                    .then(place);
            placed.add(new ModifiedShape.Placed(face.shape(), all, call.span()));
        }
        return ShapeOperators.normalised(Modelling.of(call.runtime()), new GroupShape.Compound(placed, call.span()));
    }

    private static Lettering lettering(String parameter, String size, Arguments call) {
        String text = call.text(parameter);
        call.runtime().step(text.length());
        call.runtime().allocate(BYTES_PER_CHARACTER * text.length());
        Lettering lettering = new Lettering(
                text,
                call.finite(size),
                FontFamily.named(call.text("font")),
                style(call.text("kind")),
                new TextAlignment(horizontal(call.text("halign")), vertical(call.text("valign"))));
        call.runtime().step(lettering.points());
        return lettering;
    }

    private static FontStyle style(String kind) {
        return switch (kind) {
            case "regular" -> FontStyle.REGULAR;
            case "bold" -> FontStyle.BOLD;
            case "italic" -> FontStyle.ITALIC;
            default -> throw PythonError.keyError(new StrValue(kind));
        };
    }

    private static TextAlignment.Horizontal horizontal(String name) {
        return switch (name) {
            case "left" -> TextAlignment.Horizontal.LEFT;
            case "center" -> TextAlignment.Horizontal.CENTER;
            default -> TextAlignment.Horizontal.RIGHT;
        };
    }

    private static TextAlignment.Vertical vertical(String name) {
        return switch (name) {
            case "bottom" -> TextAlignment.Vertical.BOTTOM;
            case "center" -> TextAlignment.Vertical.CENTER;
            default -> TextAlignment.Vertical.TOP;
        };
    }
}
