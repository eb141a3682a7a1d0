package dev.cadwright.cad.lower;

import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.Section;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.Range;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The solid of one feature, its profiles together. */
final class FeatureShapes {
    private static final SolidShape.Sweeping MITRED =
            new SolidShape.Sweeping(new SolidShape.Mode.CorrectedFrenet(), SolidShape.Transition.RIGHT, false, false);

    private FeatureShapes() {}

    static Shape of(Feature feature) {
        return switch (feature) {
            case Feature.Extrude extrude ->
                together(extrude.profiles(), extrude.span(), profile -> extrude(extrude, profile));
            case Feature.Revolve revolve ->
                together(revolve.profiles(), revolve.span(), profile -> revolve(revolve, profile));
            case Feature.Loft loft -> loft(loft);
            case Feature.Sweep sweep -> together(sweep.profiles(), sweep.span(), profile -> sweep(sweep, profile));
        };
    }

    private static Shape together(List<Profile> profiles, SourceSpan span, Function<Profile, Shape> made) {
        return fused(profiles.stream().map(made).toList(), span);
    }

    private static Shape fused(List<Shape> solids, SourceSpan span) {
        return solids.size() == 1 ? solids.getFirst() : new BooleanShape.Fuse(solids, false, 0, span);
    }

    private static Shape extrude(Feature.Extrude extrude, Profile profile) {
        if (!extrude.extent().isTapered()) {
            Range range = Range.of(extrude.extent());
            Shape face = ProfileShapes.face(extrude.plane().offset(range.from()), profile, extrude.span());
            return new SolidShape.Prism(face, extrude.plane().normal().times(range.length()), extrude.span());
        }
        List<Shape> sides = new ArrayList<>();
        switch (extrude.extent()) {
            case Extent.OneSide(double distance, double taper) -> sides.add(side(extrude, profile, distance, taper));
            case Extent.Symmetric(double distance, double taper) -> {
                sides.add(side(extrude, profile, distance, taper));
                sides.add(side(extrude, profile, -distance, taper));
            }
            case Extent.TwoSides(double first, double second, double firstTaper, double secondTaper) -> {
                sides.add(side(extrude, profile, first, firstTaper));
                sides.add(side(extrude, profile, -second, secondTaper));
            }
        }
        return fused(sides, extrude.span());
    }

    /** Shape expressions lean inwards where a taper is positive. */
    private static Shape side(Feature.Extrude extrude, Profile profile, double distance, double taper) {
        Shape face = ProfileShapes.face(extrude.plane(), profile, extrude.span());
        Vector3 along = extrude.plane().normal().times(distance);
        return taper == 0
                ? new SolidShape.Prism(face, along, extrude.span())
                : new SolidShape.TaperedPrism(face, along, -taper, extrude.span());
    }

    private static Shape revolve(Feature.Revolve revolve, Profile profile) {
        Frame plane = revolve.plane();
        Vector3 start =
                plane.at(revolve.axis().start().x(), revolve.axis().start().y());
        Vector3 end = plane.at(revolve.axis().end().x(), revolve.axis().end().y());
        double from = revolve.turn().from();
        Frame turned = from == 0 ? plane : turned(plane, start, end, Math.toRadians(from));
        Shape face = ProfileShapes.face(turned, profile, revolve.span());
        return new SolidShape.Revolution(face, start, end, revolve.turn().to() - from, revolve.span());
    }

    private static Frame turned(Frame frame, Vector3 start, Vector3 end, double angle) {
        Vector3 along = end.minus(start);
        if (!(along.length() > 0)) {
            return frame;
        }
        Transform turn = Transform.rotation(start, along, angle);
        return new Frame(
                turn.apply(frame.origin()),
                turn.applyToDirection(frame.xAxis()),
                turn.applyToDirection(frame.normal()));
    }

    private static Shape loft(Feature.Loft loft) {
        Shape outer = loft(loft, Profile::outer);
        List<Shape> holes = new ArrayList<>();
        for (int hole = 0; hole < loft.sections().getFirst().profile().holes().size(); hole++) {
            int number = hole;
            holes.add(loft(loft, profile -> profile.holes().get(number)));
        }
        return holes.isEmpty() ? outer : new BooleanShape.Cut(outer, holes, 0, loft.span());
    }

    private static Shape loft(Feature.Loft loft, Function<Profile, Loop> loop) {
        List<Shape> wires = new ArrayList<>();
        for (Section section : loft.sections()) {
            wires.add(ProfileShapes.wire(
                    section.plane(), loop.apply(section.profile()).curves(), loft.span()));
        }
        SolidShape.Lofting lofting = loft.ruled() ? SolidShape.Lofting.RULED : SolidShape.Lofting.SMOOTH;
        return new SolidShape.Loft(wires, true, lofting, loft.span());
    }

    private static Shape sweep(Feature.Sweep sweep, Profile profile) {
        Shape path = ProfileShapes.wire(sweep.path().plane(), sweep.path().curves(), sweep.span());
        Shape outer = sweep(sweep, profile.outer(), path);
        List<Shape> holes =
                profile.holes().stream().map(hole -> sweep(sweep, hole, path)).toList();
        return holes.isEmpty() ? outer : new BooleanShape.Cut(outer, holes, 0, sweep.span());
    }

    private static Shape sweep(Feature.Sweep sweep, Loop loop, Shape path) {
        Shape wire = ProfileShapes.wire(sweep.plane(), loop.curves(), sweep.span());
        return new SolidShape.Sweep(List.of(wire), path, true, MITRED, sweep.span());
    }
}
