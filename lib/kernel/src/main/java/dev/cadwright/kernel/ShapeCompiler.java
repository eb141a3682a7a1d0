package dev.cadwright.kernel;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeParts;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.WireShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns expressions into instructions for one worker, each shape once, parts before what is made of them. It remembers
 * which shapes the worker has. Depth is no limit: no method calls itself.
 */
final class ShapeCompiler implements ShapeHandles {
    private final Map<Shape, Integer> handles = new IdentityHashMap<>();
    private final List<Shape> pending = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final EdgeInstructions edges = new EdgeInstructions(this);
    private final WireInstructions wires = new WireInstructions(this);
    private final SolidInstructions solids = new SolidInstructions(this);
    private final OtherInstructions others = new OtherInstructions(this);
    private int next = 1;

    /** Appends what is missing to build the shape, and returns its handle. */
    int compile(Shape root) {
        Deque<Shape> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Shape shape = open.peek();
            if (handles.containsKey(shape)) {
                open.pop();
            } else if (!openParts(shape, open)) {
                open.pop();
                append(shape);
            }
        }
        return handles.get(root);
    }

    /** Puts the parts that are missing on the stack; whether there were any. */
    private boolean openParts(Shape shape, Deque<Shape> open) {
        int before = open.size();
        for (Shape part : ShapeParts.of(shape)) {
            if (!handles.containsKey(part)) {
                open.push(part);
            }
        }
        return open.size() > before;
    }

    private void append(Shape shape) {
        int handle = next++;
        instructions.add(instruction(shape, handle));
        pending.add(shape);
        handles.put(shape, handle);
    }

    @Override
    public int of(Shape shape) {
        return handles.get(shape);
    }

    /** What was appended since the last settlement. */
    List<Instruction> instructions() {
        return List.copyOf(instructions);
    }

    /** Where in the program the shape of an instruction stands that is not settled. */
    Optional<SourceSpan> spanOf(int instruction) {
        return instruction >= 0 && instruction < pending.size()
                ? Optional.of(pending.get(instruction).span())
                : Optional.empty();
    }

    /** The worker carried out so many of the instructions; it has no shapes of the others. */
    void settle(int done) {
        for (Shape shape : pending.subList(Math.clamp(done, 0, pending.size()), pending.size())) {
            handles.remove(shape);
        }
        pending.clear();
        instructions.clear();
    }

    private Instruction instruction(Shape shape, int into) {
        return switch (shape) {
            case EdgeShape edge -> edges.of(edge, into);
            case WireShape wire -> wires.of(wire, into);
            case FaceShape face -> wires.of(face, into);
            case SolidShape solid -> solids.of(solid, into);
            case BooleanShape set -> others.of(set, into);
            case ModifiedShape modified -> others.of(modified, into);
            case GroupShape group -> others.of(group, into);
        };
    }
}
