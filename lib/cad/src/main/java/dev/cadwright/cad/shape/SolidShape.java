package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Primitives and sweeps. A swept face gives a solid, a wire a shell, an edge a face, a vertex an edge. */
public sealed interface SolidShape extends Shape {
    @Override
    default Kind kind() {
        return Kind.SOLID;
    }

    /** From the frame's origin along its axes. */
    record Box(Frame frame, double xSize, double ySize, double zSize, SourceSpan span) implements SolidShape {}

    /** @param angle of the sector around the normal, 360 for all of it */
    record Cylinder(Frame frame, double radius, double height, double angle, SourceSpan span) implements SolidShape {}

    /** Either radius may be 0. */
    record Cone(Frame frame, double bottomRadius, double topRadius, double height, double angle, SourceSpan span)
            implements SolidShape {}

    /** @param from latitude of the lower end, −90 for the pole; @param to of the upper end; @param angle of the sector */
    record Sphere(Frame frame, double radius, double from, double to, double angle, SourceSpan span)
            implements SolidShape {}

    /** @param from on the tube's circle; @param to there; @param angle of the sector around the normal */
    record Torus(
            Frame frame, double majorRadius, double minorRadius, double from, double to, double angle, SourceSpan span)
            implements SolidShape {}

    /** A box whose side at the greatest y covers only the given range of x and z ({@code BRepPrimAPI_MakeWedge}). */
    record Wedge(
            Frame frame,
            double xSize,
            double ySize,
            double zSize,
            double xFrom,
            double zFrom,
            double xTo,
            double zTo,
            SourceSpan span)
            implements SolidShape {}

    /** A shape swept along a vector ({@code BRepPrimAPI_MakePrism}). */
    record Prism(Shape of, Vector3 along, SourceSpan span) implements SolidShape {
        @Override
        public Kind kind() {
            return swept(of.kind());
        }
    }

    /** A face swept along a vector while its outline shrinks by an angle ({@code LocOpe_DPrism}). */
    record TaperedPrism(Shape face, Vector3 along, double taper, SourceSpan span) implements SolidShape {}

    /** A wire with holes swept along a vector while it turns around the line through a centre ({@code BRepOffsetAPI_MakePipeShell} with an auxiliary spine). */
    record TwistedPrism(Shape outer, List<Shape> holes, Vector3 centre, Vector3 along, double twist, SourceSpan span)
            implements SolidShape {
        public TwistedPrism {
            holes = List.copyOf(holes);
        }
    }

    /**
     * A solid with a face pushed out of it or into it ({@code BRepFeat_MakeDPrism}).
     *
     * @param until the face that ends it; else {@code depth}; with neither it goes through everything
     */
    record PrismFeature(
            Shape base,
            Shape face,
            double taper,
            Optional<Shape> until,
            OptionalDouble depth,
            boolean additive,
            SourceSpan span)
            implements SolidShape {
        @Override
        public Kind kind() {
            return base.kind();
        }
    }

    /** A shape turned around an axis from start to end ({@code BRepPrimAPI_MakeRevol}). */
    record Revolution(Shape of, Vector3 start, Vector3 end, double angle, SourceSpan span) implements SolidShape {
        @Override
        public Kind kind() {
            return swept(of.kind());
        }
    }

    /** Skin over wires, and vertices at the ends ({@code BRepOffsetAPI_ThruSections}). */
    record Loft(List<Shape> sections, boolean solid, Lofting lofting, SourceSpan span) implements SolidShape {
        public Loft {
            sections = List.copyOf(sections);
        }

        @Override
        public Kind kind() {
            return solid ? Kind.SOLID : Kind.SHELL;
        }
    }

    /** @param continuity 0, 1 or 2 derivatives; @param smoothing approximate the sections instead of passing through */
    record Lofting(
            boolean ruled, int continuity, String parametrisation, int degree, boolean compatible, boolean smoothing) {
        public static final Lofting SMOOTH = new Lofting(false, 2, "uniform", 8, true, false);
        public static final Lofting RULED = new Lofting(true, 2, "uniform", 8, true, false);
    }

    /** Sections moved along a path ({@code BRepOffsetAPI_MakePipeShell}); several sections blend into each other. */
    record Sweep(List<Shape> sections, Shape path, boolean solid, Sweeping sweeping, SourceSpan span)
            implements SolidShape {
        public Sweep {
            sections = List.copyOf(sections);
        }

        @Override
        public Kind kind() {
            return solid ? Kind.SOLID : Kind.SHELL;
        }
    }

    /** How a section keeps its direction along the path. */
    record Sweeping(Mode mode, Transition transition, boolean withContact, boolean withCorrection) {}

    /** What turns a section along the path. */
    sealed interface Mode {
        record CorrectedFrenet() implements Mode {}

        record Frenet() implements Mode {}

        record FixedBinormal(Vector3 direction) implements Mode {}

        record FixedFrame(Frame frame) implements Mode {}

        /** A second path beside the first, as an edge or a wire. */
        record Auxiliary(Shape path) implements Mode {}

        record OnSupport(Shape shell) implements Mode {}
    }

    /** What happens at a corner of the path. */
    enum Transition {
        TRANSFORMED,
        ROUND,
        RIGHT
    }

    /** A solid inside a closed shell, with closed shells as cavities. */
    record Filled(Shape shell, List<Shape> cavities, SourceSpan span) implements SolidShape {
        public Filled {
            cavities = List.copyOf(cavities);
        }
    }

    private static Kind swept(Kind kind) {
        return switch (kind) {
            case VERTEX -> Kind.EDGE;
            case EDGE -> Kind.FACE;
            case WIRE -> Kind.SHELL;
            case FACE -> Kind.SOLID;
            case SHELL, SOLID, COMPOUND -> Kind.COMPOUND;
        };
    }
}
