package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import java.util.List;

/** Set operations, on solids as on faces and edges. The result is a compound, also of a single shape or of none. */
public sealed interface BooleanShape extends Shape {
    @Override
    default Kind kind() {
        return Kind.COMPOUND;
    }

    /**
     * All of the shapes ({@code BRepAlgoAPI_Fuse}: the first against the others).
     *
     * @param glue whether they are known to touch only, at most
     * @param tolerance fuzzy value; 0 for none
     */
    record Fuse(List<Shape> shapes, boolean glue, double tolerance, SourceSpan span) implements BooleanShape {
        public Fuse {
            shapes = List.copyOf(shapes);
        }
    }

    /** The shape without the tools ({@code BRepAlgoAPI_Cut}). */
    record Cut(Shape of, List<Shape> tools, double tolerance, SourceSpan span) implements BooleanShape {
        public Cut {
            tools = List.copyOf(tools);
        }
    }

    /** What the shape shares with all tools together ({@code BRepAlgoAPI_Common}). */
    record Common(Shape of, List<Shape> tools, double tolerance, SourceSpan span) implements BooleanShape {
        public Common {
            tools = List.copyOf(tools);
        }
    }

    /** The pieces that the tools cut the shape into ({@code BRepAlgoAPI_Splitter}). */
    record Split(Shape of, List<Shape> tools, SourceSpan span) implements BooleanShape {
        public Split {
            tools = List.copyOf(tools);
        }
    }
}
