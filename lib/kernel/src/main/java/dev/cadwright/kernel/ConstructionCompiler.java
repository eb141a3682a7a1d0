package dev.cadwright.kernel;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.lower.ConstructionShapes;
import dev.cadwright.cad.outline.Expressible;
import dev.cadwright.cad.outline.Range;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a construction into instructions that leave its solid in one handle. Straight extrudes of lines, arcs and circles
 * have an operation of their own: each profile is a prism, taken in order; new bodies and joins are added, cuts taken
 * away, intersections with all of a feature's prisms kept; the first prism is the body whatever its operation (as DeepCAD
 * has it). Consecutive joins
 * become one fuse, and consecutive cuts one cut, of several tools. Everything else goes through shape expressions.
 */
final class ConstructionCompiler {
    private final List<Instruction> instructions;
    private final List<Integer> pending = new ArrayList<>();
    private Operation pendingOperation = Operation.JOIN;
    private int next;
    private int body = -1;
    private int booleans;
    private int feature;

    private ConstructionCompiler(List<Instruction> instructions, int firstHandle) {
        this.instructions = instructions;
        this.next = firstHandle;
    }

    /** Appends the instructions and returns the handle of the result. The construction has a feature. */
    static int compile(Construction construction, int firstHandle, List<Instruction> instructions) {
        return isPlain(construction)
                ? prisms(construction, firstHandle, instructions)
                : shapes(construction, firstHandle, instructions);
    }

    private static boolean isPlain(Construction construction) {
        return Expressible.obstacle(construction, "prisms").isEmpty();
    }

    private static int prisms(Construction construction, int firstHandle, List<Instruction> instructions) {
        ConstructionCompiler compiler = new ConstructionCompiler(instructions, firstHandle);
        for (Feature each : construction.features()) {
            compiler.extrude((Feature.Extrude) each);
            compiler.feature++;
        }
        return compiler.finish();
    }

    private static int shapes(Construction construction, int firstHandle, List<Instruction> instructions) {
        ShapeCompiler compiler = new ShapeCompiler(firstHandle, false);
        int handle = firstHandle;
        List<Shape> bodies = ConstructionShapes.bodies(construction);
        for (int feature = 0; feature < bodies.size(); feature++) {
            handle = compiler.compile(bodies.get(feature));
            ConstructionShapes.profiles(construction.features().get(feature)).forEach(compiler::compile);
            for (Instruction instruction : compiler.instructions()) {
                instructions.add((instruction.is("face") ? instruction.profile() : instruction).from(feature));
            }
            compiler.settle(Integer.MAX_VALUE);
        }
        return handle;
    }

    private void extrude(Feature.Extrude extrude) {
        Range range = Range.of(extrude.extent());
        List<Integer> solids = new ArrayList<>();
        for (Profile profile : extrude.profiles()) {
            int solid = next++;
            solids.add(solid);
            add(Instruction.prism(solid, extrude.plane(), loops(profile), range.from(), range.to()));
        }
        boolean together = extrude.operation() == Operation.INTERSECT && solids.size() > 1 && body >= 0;
        for (int solid : together ? List.of(fused(solids)) : solids) {
            if (body < 0) {
                body = solid;
            } else {
                combine(extrude.operation(), solid);
            }
        }
    }

    /** What lies in any of the solids. */
    private int fused(List<Integer> solids) {
        int whole = next++;
        add(Instruction.fuse(whole, solids));
        return whole;
    }

    private void combine(Operation operation, int solid) {
        Operation kind = operation == Operation.NEW_BODY ? Operation.JOIN : operation;
        if (kind != pendingOperation || kind == Operation.INTERSECT) {
            flush();
        }
        pendingOperation = kind;
        pending.add(solid);
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        int result = next++;
        switch (pendingOperation) {
            case NEW_BODY, JOIN -> {
                pending.addFirst(body);
                add(Instruction.fuse(result, List.copyOf(pending)));
            }
            case CUT -> add(Instruction.cut(result, body, List.copyOf(pending)));
            case INTERSECT -> add(Instruction.common(result, body, pending.getFirst()));
        }
        pending.clear();
        body = result;
        booleans++;
    }

    private int finish() {
        feature = Math.max(0, feature - 1);
        flush();
        if (booleans > 0) {
            add(Instruction.clean(body));
        }
        return body;
    }

    private void add(Instruction instruction) {
        instructions.add(instruction.from(feature));
    }

    private static List<List<double[]>> loops(Profile profile) {
        List<List<double[]>> loops = new ArrayList<>();
        loops.add(curves(profile.outer()));
        profile.holes().forEach(hole -> loops.add(curves(hole)));
        return loops;
    }

    private static List<double[]> curves(Loop loop) {
        return loop.curves().stream().map(ConstructionCompiler::numbers).toList();
    }

    private static double[] numbers(Curve curve) {
        return switch (curve) {
            case Curve.Line(var start, var end, var _) -> new double[] {0, start.x(), start.y(), end.x(), end.y()};
            case Curve.Arc(var start, var mid, var end, var _) ->
                new double[] {1, start.x(), start.y(), mid.x(), mid.y(), end.x(), end.y()};
            case Curve.Circle(var centre, var radius, var _) -> new double[] {2, centre.x(), centre.y(), radius};
            case Curve.Ellipse ellipse -> throw unexpected(ellipse);
            case Curve.EllipseArc arc -> throw unexpected(arc);
            case Curve.Spline spline -> throw unexpected(spline);
        };
    }

    private static IllegalStateException unexpected(Curve curve) {
        return new IllegalStateException("no curve of a plain profile: " + curve);
    }
}
