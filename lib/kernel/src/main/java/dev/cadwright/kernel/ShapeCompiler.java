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
    private final Map<Shape, Integer> uses = new IdentityHashMap<>();
    private final Map<Shape, List<Shape>> unions = new IdentityHashMap<>();
    private final Dimensions dimensions = new Dimensions();
    private final Unions joining = new Unions(dimensions::isSolid, this::isIntermediate);
    private final List<Step> steps = new ArrayList<>();
    private final EdgeInstructions edges = new EdgeInstructions(this);
    private final WireInstructions wires = new WireInstructions(this);
    private final SolidInstructions solids = new SolidInstructions(this);
    private final OtherInstructions others;
    private final boolean joins;
    private int next;
    private boolean joined;
    private boolean chosen;

    private record Step(Instruction instruction, Shape shape) {}

    /**
     * @param firstHandle handles count from here
     * @param joins whether to do unions of unions in one operation, and without what meets nothing else
     */
    ShapeCompiler(int firstHandle, boolean joins) {
        this.next = firstHandle;
        this.joins = joins;
        this.others = new OtherInstructions(this, joins);
    }

    /** A compiler for the same worker that does every step as it is written. */
    ShapeCompiler stepByStep() {
        return new ShapeCompiler(next, false);
    }

    /** Whether there was a union that may have been done in fewer steps than the program has. */
    boolean hasJoined() {
        return joined;
    }

    /**
     * Whether a part was chosen by its place among the others after such a union: built in other steps, the parts may
     * stand in another order, and the place would name another one.
     */
    boolean hasChosenSince() {
        return chosen;
    }

    /** Appends what is missing to build the shape, and returns its handle. */
    int compile(Shape root) {
        survey(root);
        Deque<Shape> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Shape shape = open.peek();
            if (handles.containsKey(shape) || !openAll(parts(shape), open)) {
                open.pop();
                append(shape);
            }
        }
        uses.clear();
        unions.clear();
        return handles.get(root);
    }

    @Override
    public int of(Shape shape) {
        return handles.get(shape);
    }

    /** What was appended since the last settlement. */
    List<Instruction> instructions() {
        return steps.stream().map(Step::instruction).toList();
    }

    /** Where in the program the shape of an instruction stands that is not settled. */
    Optional<SourceSpan> spanOf(int instruction) {
        return instruction >= 0 && instruction < steps.size()
                ? Optional.of(steps.get(instruction).shape().span())
                : Optional.empty();
    }

    /** The worker carried out so many of the instructions; it has no shapes of the others. */
    void settle(int done) {
        for (Step step : steps.subList(Math.clamp(done, 0, steps.size()), steps.size())) {
            handles.remove(step.shape());
        }
        steps.clear();
    }

    /** Counts how many shapes need each one that is not built yet, and learns what they consist of. */
    private void survey(Shape root) {
        Deque<Shape> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Shape shape = open.peek();
            List<Shape> parts = handles.containsKey(shape) ? List.of() : ShapeParts.of(shape);
            if (uses.putIfAbsent(shape, 0) != null || parts.isEmpty()) {
                open.pop();
                dimensions.add(shape);
                continue;
            }
            for (Shape part : parts) {
                if (!uses.containsKey(part)) {
                    open.push(part);
                }
            }
        }
        for (Shape shape : List.copyOf(uses.keySet())) {
            if (!handles.containsKey(shape)) {
                ShapeParts.of(shape).forEach(part -> uses.merge(part, 1, Integer::sum));
            }
        }
    }

    private boolean isIntermediate(Shape shape) {
        return !handles.containsKey(shape) && uses.getOrDefault(shape, 0) == 1;
    }

    private List<Shape> parts(Shape shape) {
        List<Shape> known = unions.get(shape);
        if (known != null) {
            return known;
        }
        if (!joins) {
            return ShapeParts.of(shape);
        }
        Optional<List<Shape>> joined = joining.joined(shape);
        joined.ifPresent(operands -> unions.put(shape, operands));
        return joined.orElseGet(() -> ShapeParts.of(shape));
    }

    /** Puts the parts that are missing on the stack; whether there were any. */
    private boolean openAll(List<Shape> parts, Deque<Shape> open) {
        int before = open.size();
        for (Shape part : parts) {
            if (!handles.containsKey(part)) {
                open.push(part);
            }
        }
        return open.size() > before;
    }

    private void append(Shape shape) {
        if (handles.containsKey(shape)) {
            return;
        }
        chosen |= joined && (shape instanceof ModifiedShape.Part || shape instanceof ModifiedShape.Member);
        List<Shape> operands = unions.get(shape);
        if (operands != null) {
            joined = true;
            int union = next++;
            steps.add(new Step(Instruction.unite(union, of(operands)), shape));
            steps.add(new Step(Instruction.unify(next, union), shape));
        } else {
            joined |= shape instanceof BooleanShape.Fuse;
            steps.add(new Step(instruction(shape, next), shape));
        }
        handles.put(shape, next++);
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
