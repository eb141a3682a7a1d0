package dev.cadwright.cad.transpile;

import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.Section;
import dev.cadwright.cad.outline.Range;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.function.Consumer;

/** Writes one feature, which leaves its solid in {@code solid}. */
final class CadQueryFeature {
    private final StringBuilder text;
    private final CadQueryWires wires;

    CadQueryFeature(StringBuilder text, int number) {
        this.text = text.append("# Feature ").append(number).append('\n');
        this.wires = new CadQueryWires(text);
    }

    void print(Feature feature) {
        switch (feature) {
            case Feature.Extrude extrude -> print(extrude);
            case Feature.Revolve revolve -> {
                plane(revolve.plane());
                together(revolve.profiles(), profile -> revolve(revolve, profile));
            }
            case Feature.Loft loft -> print(loft);
            case Feature.Sweep sweep -> print(sweep);
        }
    }

    private void print(Feature.Extrude extrude) {
        plane(extrude.plane());
        Extent extent = extrude.extent();
        if (!extent.isTapered()) {
            Range range = Range.of(extent);
            together(extrude.profiles(), profile -> prism(profile, range.from(), range.to() - range.from(), 0));
            return;
        }
        switch (extent) {
            case Extent.OneSide(double distance, double taper) ->
                together(extrude.profiles(), profile -> prism(profile, 0, upwards(extrude, distance), taper));
            case Extent.Symmetric symmetric ->
                throw new Untranslatable(extrude.span(), "taper", "a taper on both sides is not printed for CadQuery");
            case Extent.TwoSides both ->
                throw new Untranslatable(extrude.span(), "taper", "a taper on both sides is not printed for CadQuery");
        }
    }

    private static double upwards(Feature.Extrude extrude, double distance) {
        if (distance < 0) {
            throw new Untranslatable(extrude.span(), "taper", "a taper against the normal is not printed for CadQuery");
        }
        return distance;
    }

    /** All profiles in one solid: the first alone, the others united with it. */
    private void together(List<Profile> profiles, Consumer<Profile> printed) {
        for (int index = 0; index < profiles.size(); index++) {
            text.append(index == 0 ? "solid = (\n" : "solid = solid.union(\n");
            printed.accept(profiles.get(index));
            text.append(")\n");
        }
    }

    private void prism(Profile profile, double from, double height, double taper) {
        text.append("    cq.Workplane(plane)\n");
        if (from != 0) {
            text.append("    .workplane(offset=").append(Words.number(from)).append(")\n");
        }
        wires.draw(profile);
        text.append("    .extrude(").append(Words.number(height));
        // CadQuery's positive taper leans inwards.
        text.append(taper == 0 ? ")\n" : ", taper=" + Words.number(-taper) + ")\n");
    }

    private void revolve(Feature.Revolve revolve, Profile profile) {
        double from = revolve.turn().from();
        text.append("    cq.Workplane(plane)\n");
        wires.draw(profile);
        text.append("    .revolve(")
                .append(Words.number(revolve.turn().to() - from))
                .append(", ")
                .append(Words.tuple(revolve.axis().start()))
                .append(", ")
                .append(Words.tuple(revolve.axis().end()))
                .append(")\n");
        if (from != 0) {
            Frame plane = revolve.plane();
            Vector3 start =
                    plane.at(revolve.axis().start().x(), revolve.axis().start().y());
            Vector3 end =
                    plane.at(revolve.axis().end().x(), revolve.axis().end().y());
            text.append("    .rotate(")
                    .append(Words.tuple(start))
                    .append(", ")
                    .append(Words.tuple(end))
                    .append(", ")
                    .append(Words.number(from))
                    .append(")\n");
        }
    }

    /** The outer loops, and the holes taken out of what they make. */
    private void print(Feature.Loft loft) {
        int holes = loft.sections().getFirst().profile().holes().size();
        for (int hole = -1; hole < holes; hole++) {
            text.append("wires = []\n");
            for (Section section : loft.sections()) {
                plane(section.plane());
                Loop loop = hole < 0
                        ? section.profile().outer()
                        : section.profile().holes().get(hole);
                text.append("wires.append(\n    cq.Workplane(plane)\n");
                wires.draw(loop);
                text.append("    .val()\n)\n");
            }
            String ruled = loft.ruled() ? ", True" : "";
            String made = "cq.Workplane(obj=cq.Solid.makeLoft(wires" + ruled + "))";
            text.append(hole < 0 ? "solid = " + made : "solid = solid.cut(" + made + ")")
                    .append('\n');
        }
    }

    private void print(Feature.Sweep sweep) {
        plane(sweep.path().plane());
        text.append("path = (\n    cq.Workplane(plane)\n");
        wires.chain(sweep.path().curves());
        text.append(sweep.path().curves().getFirst().isClosed() ? ")\n" : "    .wire()\n)\n");
        plane(sweep.plane());
        together(sweep.profiles(), profile -> {
            text.append("    cq.Workplane(plane)\n");
            wires.draw(profile);
            text.append("    .sweep(path, transition=\"right\")\n");
        });
    }

    private void plane(Frame plane) {
        text.append("plane = cq.Plane(origin=")
                .append(Words.tuple(plane.origin()))
                .append(", xDir=")
                .append(Words.tuple(plane.xAxis()))
                .append(", normal=")
                .append(Words.tuple(plane.normal()))
                .append(")\n");
    }
}
