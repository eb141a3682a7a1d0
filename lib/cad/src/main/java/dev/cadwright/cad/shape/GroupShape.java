package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import java.util.List;

/** Shapes side by side. */
public sealed interface GroupShape extends Shape {
    /** Shapes kept apart, in order. */
    record Compound(List<Shape> shapes, SourceSpan span) implements GroupShape {
        public Compound {
            shapes = List.copyOf(shapes);
        }

        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }

    /** The unique solids inside the shapes, in their order. */
    record Solids(List<Shape> of, SourceSpan span) implements GroupShape {
        public Solids {
            of = List.copyOf(of);
        }

        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }

    /**
     * The direct members of a compound. As an argument of a {@link BooleanShape} or in a list of shapes it stands for
     * each of them, as if each was written there; a compound that stands there itself is one argument, whose solids are
     * not cut against each other.
     */
    record Members(Shape of, SourceSpan span) implements GroupShape {
        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }

    /** Faces joined along their common edges ({@code BRepBuilderAPI_Sewing}). */
    record Sewn(List<Shape> faces, double tolerance, SourceSpan span) implements GroupShape {
        public Sewn {
            faces = List.copyOf(faces);
        }

        @Override
        public Kind kind() {
            return Kind.SHELL;
        }
    }

    /** The solids and other shapes of a STEP file (ISO 10303-21) as a compound; lengths in millimetres. */
    record Imported(byte[] step, SourceSpan span) implements GroupShape {
        @Override
        public Kind kind() {
            return Kind.COMPOUND;
        }
    }
}
