package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import java.util.ArrayList;
import java.util.List;

/** The free functions {@code sweep} and {@code loft}. */
final class FreeSkins {
    private FreeSkins() {}

    static Value sweep(Arguments call) {
        if (!(call.value("s") instanceof ShapeValue section)) {
            throw Errors.unsupported("sweep([…])", "several sections along a path: use Solid.sweep_multi");
        }
        Modelling modelling = section.modelling();
        ShapeValue path =
                FreeMaking.wires(ShapeValue.of(call.value("path")), call.span()).getFirst();
        SolidShape.Mode mode = call.isNone("aux")
                ? new SolidShape.Mode.CorrectedFrenet()
                : new SolidShape.Mode.Auxiliary(FreeMaking.wires(ShapeValue.of(call.value("aux")), call.span())
                        .getFirst()
                        .shape());
        SolidShape.Transition transition = Sweeps.transition(call.text("transition"));
        List<Shape> swept = new ArrayList<>();
        List<ShapeValue> faces = faces(section);
        for (ShapeValue face : faces) {
            swept.add(Sweeps.sweep(Faces.outer(face), Faces.inner(face), path, true, mode, transition, call.span())
                    .shape());
        }
        if (faces.isEmpty()) {
            for (ShapeValue wire : FreeMaking.wires(section, call.span())) {
                swept.add(Sweeps.sweep(wire, List.of(), path, call.truth("cap"), mode, transition, call.span())
                        .shape());
            }
        }
        return ShapeOperators.oneOrCompound(modelling, swept, call.span());
    }

    /** Faces of a section; none of a wire or edge. */
    private static List<ShapeValue> faces(ShapeValue section) {
        return section.is(Kind.WIRE) || section.is(Kind.EDGE) ? List.of() : section.parts(Kind.FACE);
    }

    static Value loft(Arguments call) {
        List<ShapeValue> sections = FreeFunctions.several(call, "s");
        boolean faces = sections.stream().anyMatch(each -> each.is(Kind.FACE));
        List<Shape> wires = new ArrayList<>();
        for (ShapeValue section : sections) {
            if (section.is(Kind.COMPOUND)) {
                throw Errors.unsupported("loft of compounds", "loft their members one by one");
            }
            if (section.is(Kind.FACE) && !Faces.inner(section).isEmpty()) {
                throw Errors.unsupported("loft of faces with holes", "loft the wires and cut");
            }
            wires.add(
                    switch (section.declared()) {
                        case FACE -> Faces.outer(section).shape();
                        case VERTEX -> section.shape();
                        default ->
                            FreeMaking.wires(section, call.span()).getFirst().shape();
                    });
        }
        SolidShape.Lofting lofting = new SolidShape.Lofting(
                call.truth("ruled"),
                continuity(call.text("continuity")),
                call.text("parametrization"),
                call.int32("degree"),
                call.truth("compat"),
                call.truth("smoothing"));
        return FreeChanges.normalised(
                call, new SolidShape.Loft(wires, faces || call.truth("cap"), lofting, call.span()));
    }

    private static int continuity(String name) {
        return switch (name) {
            case "C1" -> 1;
            case "C2" -> 2;
            case "C3" -> 3;
            default -> throw PythonError.keyError(new StrValue(name));
        };
    }
}
