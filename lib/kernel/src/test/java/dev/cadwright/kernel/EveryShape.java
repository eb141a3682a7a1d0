package dev.cadwright.kernel;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.SolidShape.Sweeping;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** At least one shape of each kind of node, with what it measures: length, area or volume, whichever is its own. */
final class EveryShape {
    private static final SourceSpan S = new SourceSpan(1, 1, 1, 2);
    private static final Vector3 O = Vector3.ZERO;

    private EveryShape() {}

    /** @param size the exact measure */
    record Sample(Shape shape, double size) {
        Sample {
            if (!Double.isFinite(size)) {
                throw new IllegalArgumentException("no measure is " + size);
            }
        }
    }

    static List<Sample> all(byte[] step) {
        return List.of(edges(), wires(), faces(), solids(), sweeps(), sets(), modified(), groups(step)).stream()
                .flatMap(List::stream)
                .toList();
    }

    static Shape box() {
        return new SolidShape.Box(Frame.XY, 2, 3, 4, S);
    }

    static Shape segment() {
        return new EdgeShape.Segment(O, at(3, 4, 0), S);
    }

    static Shape square(double side) {
        return new WireShape.Polygon(List.of(O, at(side, 0, 0), at(side, side, 0), at(0, side, 0)), true, S);
    }

    static Shape face() {
        return new FaceShape.Planar(square(2), List.of(), S);
    }

    private static List<Sample> edges() {
        List<Vector3> points = List.of(O, at(1, 0, 0), at(2, 0, 0), at(3, 0, 0));
        return List.of(
                new Sample(new EdgeShape.Point(at(1, 2, 3), S), 0),
                new Sample(segment(), 5),
                new Sample(new EdgeShape.ArcThrough(at(1, 0, 0), at(0, 1, 0), at(-1, 0, 0), S), Math.PI),
                new Sample(new EdgeShape.TangentArc(at(1, 0, 0), at(0, 1, 0), at(-1, 0, 0), S), Math.PI),
                new Sample(new EdgeShape.CircularArc(Frame.XY, 2, 0, 90, false, S), Math.PI),
                new Sample(new EdgeShape.EllipticArc(Frame.XY, 1, 1 + 1e-12, 0, 180, false, S), Math.PI),
                new Sample(
                        new EdgeShape.InterpolatedSpline(
                                List.of(O, at(1, 0, 0), at(4, 0, 0)), List.of(), List.of(), false, true, 1e-6, S),
                        4),
                new Sample(new EdgeShape.ApproximatedSpline(points, 1e-3, List.of(), 1, 6, S), 3),
                new Sample(new EdgeShape.Bezier(List.of(O, at(1, 0, 0), at(3, 0, 0)), S), 3),
                new Sample(
                        new EdgeShape.BSpline(
                                List.of(O, at(1, 0, 0), at(2, 0, 0)),
                                List.of(),
                                List.of(0.0, 1.0),
                                List.of(3, 3),
                                2,
                                false,
                                S),
                        2),
                new Sample(new EdgeShape.Trimmed(segment(), 1, 3, S), 2),
                new Sample(
                        new EdgeShape.Closing(new WireShape.Polygon(List.of(O, at(3, 0, 0), at(3, 4, 0)), false, S), S),
                        5),
                new Sample(new EdgeShape.PointOn(segment(), OptionalDouble.of(0.5), S), 0));
    }

    private static List<Sample> wires() {
        Shape square = face();
        return List.of(
                new Sample(
                        new WireShape.Assembled(
                                List.of(segment(), new EdgeShape.Segment(at(3, 4, 0), at(3, 0, 0), S)), S),
                        9),
                new Sample(
                        new WireShape.Connected(
                                List.of(new EdgeShape.Segment(at(3, 4, 0), at(3, 0, 0), S), segment()), 1e-6, S),
                        9),
                new Sample(square(2), 8),
                new Sample(new WireShape.Helix(Frame.XY, 1, 2, 3, 0, false, S), 2 * Math.hypot(1, 6 * Math.PI)),
                new Sample(new WireShape.Offset(square(2), 1, WireShape.Join.ARC, S), 8 + 2 * Math.PI),
                new Sample(
                        new WireShape.Corners(
                                square, List.of(new ModifiedShape.Part(square, Kind.VERTEX, 0, S)), 0.5, true, S),
                        4 - 0.25 * (1 - Math.PI / 4)));
    }

    private static List<Sample> faces() {
        Shape high = new ModifiedShape.Placed(square(2), Transform.translation(at(0, 0, 3)), S);
        return List.of(
                new Sample(
                        new FaceShape.Planar(
                                square(4),
                                List.of(new ModifiedShape.Placed(square(1), Transform.translation(at(1, 1, 0)), S)),
                                S),
                        15),
                new Sample(
                        new FaceShape.Nested(
                                List.of(
                                        square(4),
                                        new ModifiedShape.Placed(square(1), Transform.translation(at(1, 1, 0)), S)),
                                S),
                        15),
                new Sample(new FaceShape.Rectangle(Frame.XY, 2, 3, S), 6),
                new Sample(new FaceShape.Ruled(square(2), high, S), 24),
                new Sample(new FaceShape.Filled(List.of(square(2)), List.of(), FaceShape.Filling.STANDARD, S), 4),
                new Sample(
                        new FaceShape.Approximated(
                                List.of(
                                        List.of(O, at(0, 1, 0), at(0, 2, 0)),
                                        List.of(at(1, 0, 0), at(1, 1, 0), at(1, 2, 0)),
                                        List.of(at(2, 0, 0), at(2, 1, 0), at(2, 2, 0))),
                                1e-3,
                                List.of(),
                                1,
                                3,
                                S),
                        4));
    }

    private static List<Sample> solids() {
        return List.of(
                new Sample(box(), 24),
                new Sample(new SolidShape.Cylinder(Frame.XY, 1, 2, 180, S), Math.PI),
                new Sample(new SolidShape.Cone(Frame.XY, 1, 0, 3, 360, S), Math.PI),
                new Sample(new SolidShape.Sphere(Frame.XY, 1, -90, 90, 360, S), 4 * Math.PI / 3),
                new Sample(new SolidShape.Torus(Frame.XY, 3, 1, 0, 360, 360, S), 6 * Math.PI * Math.PI),
                new Sample(new SolidShape.Wedge(Frame.XY, 2, 2, 2, 0, 0, 2, 2, S), 8));
    }

    private static List<Sample> sweeps() {
        Shape circle = new WireShape.Assembled(List.of(new EdgeShape.CircularArc(Frame.YZ, 1, 0, 0, false, S)), S);
        Shape path = new WireShape.Polygon(List.of(O, at(5, 0, 0)), false, S);
        Shape high = new ModifiedShape.Placed(square(2), Transform.translation(at(0, 0, 3)), S);
        Shape onTop = new ModifiedShape.Placed(
                new FaceShape.Planar(square(1), List.of(), S), Transform.translation(at(0.5, 0.5, 4)), S);
        return List.of(
                new Sample(new SolidShape.Prism(face(), at(0, 0, 3), S), 12),
                new Sample(new SolidShape.TaperedPrism(face(), at(0, 0, 1), 45, S), 4.0 / 3),
                new Sample(new SolidShape.TwistedPrism(square(2), List.of(), O, at(0, 0, 3), 30, S), 12),
                new Sample(
                        new SolidShape.PrismFeature(box(), onTop, 0, Optional.empty(), OptionalDouble.of(2), true, S),
                        26),
                new Sample(new SolidShape.Revolution(face(), O, at(0, 1, 0), 180, S), 4 * Math.PI),
                new Sample(new SolidShape.Loft(List.of(square(2), high), true, SolidShape.Lofting.RULED, S), 12),
                new Sample(
                        new SolidShape.Sweep(
                                List.of(circle),
                                path,
                                true,
                                new Sweeping(
                                        new SolidShape.Mode.CorrectedFrenet(),
                                        SolidShape.Transition.TRANSFORMED,
                                        false,
                                        false),
                                S),
                        5 * Math.PI),
                new Sample(new SolidShape.Filled(new ModifiedShape.Outer(box(), S), List.of(), S), 24));
    }

    private static List<Sample> sets() {
        Shape other = new SolidShape.Box(new Frame(at(1, 0, 0), Vector3.X, Vector3.Z), 2, 3, 4, S);
        return List.of(
                new Sample(new BooleanShape.Fuse(List.of(box(), other), false, 0, S), 36),
                new Sample(new BooleanShape.Cut(box(), List.of(other), 0, S), 12),
                new Sample(new BooleanShape.Common(box(), List.of(other), 0, S), 12),
                new Sample(new BooleanShape.Split(box(), List.of(other), S), 24));
    }

    private static List<Sample> modified() {
        Shape box = box();
        Shape edge = new ModifiedShape.Part(box, Kind.EDGE, 0, S);
        Shape side = new ModifiedShape.Part(box, Kind.FACE, 0, S);
        Transform up = Transform.translation(at(0, 0, 1));
        return List.of(
                new Sample(new ModifiedShape.Clean(box, S), 24),
                new Sample(new ModifiedShape.Fix(box, S), 24),
                new Sample(new ModifiedShape.Fillet(box, List.of(edge), 0.5, S), 23 + Math.PI / 4),
                new Sample(new ModifiedShape.Chamfer(box, List.of(edge), 1, OptionalDouble.empty(), S), 22),
                new Sample(new ModifiedShape.Hollow(box, List.of(side), -0.5, 1e-3, WireShape.Join.ARC, S), 15),
                new Sample(new ModifiedShape.Thickened(face(), 0.5, false, S), 2),
                new Sample(new ModifiedShape.Placed(box, up, S), 24),
                new Sample(new ModifiedShape.Transformed(box, Transform.scaling(2), S), 192),
                new Sample(
                        new ModifiedShape.Stretched(box, new Transform(at(2, 0, 0), Vector3.Y, Vector3.Z, O), S), 48),
                new Sample(new ModifiedShape.Reversed(face(), S), 4),
                new Sample(edge, 4),
                new Sample(
                        new ModifiedShape.Member(new GroupShape.Compound(List.of(face(), box), S), Kind.SOLID, 1, S),
                        24),
                new Sample(new ModifiedShape.Outer(face(), S), 8),
                new Sample(
                        new ModifiedShape.Projected(
                                new EdgeShape.Segment(at(0.5, 0.5, 9), at(1.5, 0.5, 9), S), face(), at(0, 0, -1), S),
                        1));
    }

    private static List<Sample> groups(byte[] step) {
        Shape compound = new GroupShape.Compound(List.of(box(), face()), S);
        Shape shell = new ModifiedShape.Outer(box(), S);
        Shape box = box();
        List<Shape> sides = IntStream.range(0, 6)
                .<Shape>mapToObj(i -> new ModifiedShape.Part(box, Kind.FACE, i, S))
                .toList();
        return List.of(
                new Sample(new GroupShape.Compound(List.of(box()), S), 24),
                new Sample(new GroupShape.Solids(List.of(compound), S), 24),
                new Sample(new GroupShape.Members(new GroupShape.Compound(List.of(box()), S), S), 24),
                new Sample(new GroupShape.Sewn(List.of(shell), 1e-6, S), 52),
                new Sample(new GroupShape.Sewn(sides, 1e-6, S), 52),
                new Sample(new GroupShape.Imported(step, S), 24));
    }

    private static Vector3 at(double x, double y, double z) {
        return new Vector3(x, y, z);
    }
}
