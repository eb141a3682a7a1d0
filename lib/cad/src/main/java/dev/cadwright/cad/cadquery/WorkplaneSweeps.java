package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Faces turned around an axis or moved along a path, and skins over wires. */
final class WorkplaneSweeps {
    private WorkplaneSweeps() {}

    static Value revolve(WorkplaneValue self, Arguments call) {
        double angle = call.finite("angleDegrees") % 360;
        if (angle < 0) {
            angle += 360;
        }
        PlaneValue plane = self.plane();
        Vector3 start = call.isNone("axisStart") ? plane.toWorld(0, 0) : plane.toWorld(call, "axisStart");
        Vector3 end;
        if (call.isNone("axisEnd")) {
            // As CadQuery has it: the y coordinate in space of the start is taken for one in the plane.
            end = start.y() != 0 ? plane.toWorld(0, start.y()) : plane.toWorld(0, 1);
        } else {
            end = plane.toWorld(call, "axisEnd");
        }
        List<ShapeValue> solids = new ArrayList<>();
        for (ShapeValue face : Faces.of(self, call.span())) {
            SolidShape solid =
                    new SolidShape.Revolution(face.shape(), start, end, angle == 0 ? 360 : angle, call.span());
            solids.add(self.modelling().shape(solid, Kind.SOLID));
        }
        return Combine.of(call).with(self, self.compound(solids, call.span()));
    }

    static Value sweep(WorkplaneValue self, Arguments call) {
        boolean several = call.isNone("sweepAlongWires") ? call.truth("multisection") : call.truth("sweepAlongWires");
        ShapeValue path = Sweeps.path(call.value("path"), call.span());
        SolidShape.Mode mode = mode(call);
        boolean solid = call.truth("makeSolid");
        List<ShapeValue> swept = new ArrayList<>();
        if (several) {
            List<ShapeValue> sections = self.context().wires().isEmpty()
                    ? Faces.of(self, call.span()).stream().map(Faces::outer).toList()
                    : self.context().popWires(true);
            swept.add(Sweeps.multi(sections, path, solid, mode, call.span()));
        } else {
            SolidShape.Transition transition = Sweeps.transition(call.text("transition"));
            for (ShapeValue face : Faces.of(self, call.span())) {
                swept.add(
                        Sweeps.sweep(Faces.outer(face), Faces.inner(face), path, solid, mode, transition, call.span()));
            }
        }
        return Combine.of(call).with(self, self.compound(swept, call.span()));
    }

    private static SolidShape.Mode mode(Arguments call) {
        if (call.truth("normal")) {
            return Sweeps.alongNormal(Vectors.of(call, "normal"), Sweeps.path(call.value("path"), call.span()));
        }
        if (!call.isNone("auxSpine")) {
            Value guide =
                    call.instance("auxSpine", WorkplaneValue.class, "Workplane").first();
            return new SolidShape.Mode.Auxiliary(Sweeps.wireOrEdge(guide).shape());
        }
        return call.truth("isFrenet") ? new SolidShape.Mode.Frenet() : new SolidShape.Mode.CorrectedFrenet();
    }

    static Value loft(WorkplaneValue self, Arguments call) {
        List<ShapeValue> sections = new ArrayList<>();
        if (self.context().wires().isEmpty()) {
            Faces.onStack(self, true).forEach(each -> sections.add(each.is(Kind.VERTEX) ? each : Faces.outer(each)));
        } else {
            sections.addAll(self.context().popWires(true));
        }
        if (sections.isEmpty()) {
            throw Errors.value("Nothing to loft");
        }
        if (sections.size() == 1) {
            throw Errors.value("More than one wire or face is required");
        }
        SolidShape.Lofting lofting = new SolidShape.Lofting(call.truth("ruled"), 2, "uniform", 3, true, false);
        SolidShape loft = new SolidShape.Loft(ShapeValue.shapes(sections), true, lofting, call.span());
        return Combine.of(call).with(self, self.modelling().shape(loft, Kind.SOLID));
    }
}
