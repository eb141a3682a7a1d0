package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** {@code Solid.extrudeLinear}, {@code revolve}, {@code sweep} and {@code makeLoft}: of a face, or of wires. */
final class SolidSweeping {
    private static final Signature EXTRUDE_FACE = Signature.of("face, vecNormal, taper=0");
    private static final Signature EXTRUDE_WIRES = Signature.of("outerWire, innerWires, vecNormal, taper=0");
    private static final Signature TWIST_FACE = Signature.of("face, vecCenter, vecNormal, angleDegrees");
    private static final Signature TWIST_WIRES =
            Signature.of("outerWire, innerWires, vecCenter, vecNormal, angleDegrees");
    private static final Signature REVOLVE_FACE = Signature.of("face, angleDegrees, axisStart, axisEnd");
    private static final Signature REVOLVE_WIRES =
            Signature.of("outerWire, innerWires, angleDegrees, axisStart, axisEnd");
    private static final String SWEEP_END =
            "path, makeSolid=True, isFrenet=False, mode=None, transitionMode=\"transformed\"";
    private static final Signature SWEEP_FACE = Signature.of("face, " + SWEEP_END);
    private static final Signature SWEEP_WIRES = Signature.of("outerWire, innerWires, " + SWEEP_END);

    private SolidSweeping() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.staticMethod("extrudeLinear", "*args, **kwargs", SolidSweeping::extrude)
                .staticMethod("extrudeLinearWithRotation", "*args, **kwargs", SolidSweeping::twist)
                .staticMethod("revolve", "*args, **kwargs", SolidSweeping::revolve)
                .staticMethod("sweep", "*args, **kwargs", SolidSweeping::sweep)
                .staticMethod(
                        "sweep_multi",
                        "profiles, path, makeSolid=True, isFrenet=False, mode=None",
                        SolidSweeping::sweepMulti)
                .staticMethod("makeLoft", "listOfWire, ruled=False", SolidSweeping::loft);
    }

    /** Whether the call begins with a face, not with wires. */
    private static boolean isFace(Arguments call) {
        List<Value> given = call.rest("args");
        return given.isEmpty()
                ? call.keywords("kwargs").containsKey(new dev.cadwright.cad.python.value.StrValue("face"))
                : ShapeValue.of(given.getFirst()).is(Kind.FACE);
    }

    private static ShapeValue face(Arguments call) {
        if (call.call().keywords().containsKey("face")
                || (!call.call().positional().isEmpty()
                        && ShapeValue.of(call.call().positional().getFirst()).is(Kind.FACE))) {
            return ShapeValue.of(call.value("face"));
        }
        List<ShapeValue> wires = new ArrayList<>(List.of(ShapeValue.of(call.value("outerWire"))));
        wires.addAll(ShapeTable.shapes(call, "innerWires"));
        return Faces.planar(Modelling.of(call.runtime()), wires, call.span());
    }

    private static Arguments bind(Arguments call, String name, Signature ofFace, Signature ofWires) {
        return (isFace(call) ? ofFace : ofWires).bind("Solid." + name, call.call());
    }

    private static Value extrude(Arguments call) {
        Arguments bound = bind(call, "extrudeLinear", EXTRUDE_FACE, EXTRUDE_WIRES);
        return WorkplaneExtrusion.prism(
                face(bound), Vectors.of(bound, "vecNormal"), bound.finite("taper"), call.span());
    }

    private static Value twist(Arguments call) {
        Arguments bound = bind(call, "extrudeLinearWithRotation", TWIST_FACE, TWIST_WIRES);
        return WorkplaneExtrusion.twisted(
                face(bound),
                Vectors.of(bound, "vecCenter"),
                Vectors.of(bound, "vecNormal"),
                bound.finite("angleDegrees"),
                call.span());
    }

    private static Value revolve(Arguments call) {
        Arguments bound = bind(call, "revolve", REVOLVE_FACE, REVOLVE_WIRES);
        Vector3 start = Vectors.of(bound, "axisStart");
        Vector3 end = Vectors.of(bound, "axisEnd");
        return SolidMaking.solid(
                new SolidShape.Revolution(face(bound).shape(), start, end, bound.finite("angleDegrees"), call.span()),
                call);
    }

    private static SolidShape.Mode mode(Arguments call, ShapeValue path) {
        return switch (call.value("mode")) {
            case VectorValue vector -> Sweeps.alongNormal(vector.value(), path);
            case ShapeValue guide -> new SolidShape.Mode.Auxiliary(guide.shape());
            default -> call.truth("isFrenet") ? new SolidShape.Mode.Frenet() : new SolidShape.Mode.CorrectedFrenet();
        };
    }

    private static Value sweep(Arguments call) {
        Arguments bound = bind(call, "sweep", SWEEP_FACE, SWEEP_WIRES);
        ShapeValue path = Sweeps.wireOrEdge(bound.value("path"));
        SolidShape.Transition transition = Sweeps.transition(bound.text("transitionMode"));
        boolean solid = bound.truth("makeSolid");
        if (isFace(call)) {
            ShapeValue face = ShapeValue.of(bound.value("face"));
            return Sweeps.sweep(
                    Faces.outer(face), Faces.inner(face), path, solid, mode(bound, path), transition, call.span());
        }
        return Sweeps.sweep(
                ShapeValue.of(bound.value("outerWire")),
                ShapeTable.shapes(bound, "innerWires"),
                path,
                solid,
                mode(bound, path),
                transition,
                call.span());
    }

    private static Value sweepMulti(Arguments call) {
        ShapeValue path = Sweeps.wireOrEdge(call.value("path"));
        List<ShapeValue> sections = ShapeTable.shapes(call, "profiles").stream()
                .map(each -> each.is(Kind.FACE) ? Faces.outer(each) : each)
                .toList();
        return Sweeps.multi(sections, path, call.truth("makeSolid"), mode(call, path), call.span());
    }

    private static Value loft(Arguments call) {
        List<ShapeValue> wires = ShapeTable.shapes(call, "listOfWire");
        if (wires.size() < 2) {
            throw Errors.value("More than one wire is required");
        }
        SolidShape.Lofting lofting = call.truth("ruled") ? SolidShape.Lofting.RULED : SolidShape.Lofting.SMOOTH;
        return SolidMaking.solid(new SolidShape.Loft(ShapeValue.shapes(wires), true, lofting, call.span()), call);
    }
}
