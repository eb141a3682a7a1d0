package dev.cadwright.kernel;

import dev.cadwright.cad.shape.BooleanShape.Fuse;
import dev.cadwright.cad.shape.GroupShape.Compound;
import dev.cadwright.cad.shape.GroupShape.Members;
import dev.cadwright.cad.shape.GroupShape.Solids;
import dev.cadwright.cad.shape.ModifiedShape.Clean;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Unions of unions as one. A program that joins body after body and cleans each time, {@code a.union(b).union(c)}, asks
 * for as many operations as it has bodies; the kernel does them in one, and cleans once. The result is that of the
 * steps: the union of sets does not depend on the order, and cleaning the whole joins what cleaning the unions between
 * joins.
 */
final class Unions {
    private final Predicate<Shape> isSolid;
    private final Predicate<Shape> isIntermediate;

    /** @param isIntermediate whether a shape is not built yet and nothing but one other shape needs it */
    Unions(Predicate<Shape> isSolid, Predicate<Shape> isIntermediate) {
        this.isSolid = isSolid;
        this.isIntermediate = isIntermediate;
    }

    /** What is joined where a shape is a clean union of solids. */
    Optional<List<Shape>> joined(Shape shape) {
        return shape instanceof Clean(Fuse fuse, var _) && isPlain(fuse) && isIntermediate.test(fuse)
                ? Optional.of(operands(fuse))
                        .filter(operands -> operands.stream().noneMatch(Outlines::touchThemselves))
                : Optional.empty();
    }

    private List<Shape> operands(Fuse fuse) {
        List<Shape> operands = new ArrayList<>();
        Deque<Shape> open = new ArrayDeque<>();
        pushAll(fuse.shapes(), open);
        while (!open.isEmpty()) {
            Shape shape = open.pop();
            switch (shape) {
                case Clean(Shape of, var _) when mayOpen(shape) && isMadeOfSolids(of) -> open.push(of);
                case Fuse inner
                when mayOpen(shape) && isPlain(inner) && isSettled(inner) -> pushAll(inner.shapes(), open);
                case Solids(List<Shape> of, var _)
                when mayOpen(shape) && of.stream().allMatch(isSolid) -> pushAll(of, open);
                case Members(Shape of, var _) when mayOpen(shape) && isUnion(of) -> open.push(of);
                default -> operands.add(shape);
            }
        }
        return operands;
    }

    /**
     * Not a prism or a body with holes: cleaning those first may join pieces of their outlines that no longer can be
     * joined once another body has cut them.
     */
    private static boolean isMadeOfSolids(Shape shape) {
        return shape instanceof Fuse || shape instanceof Clean || shape instanceof Solids || shape instanceof Members;
    }

    /** Whether opening the shape leaves nothing that must be taken member by member. */
    private boolean isUnion(Shape shape) {
        return isIntermediate.test(shape)
                && switch (shape) {
                    case Clean(Shape of, var _) ->
                        isIntermediate.test(of) && (of instanceof Fuse || of instanceof Clean);
                    case Fuse fuse -> isPlain(fuse);
                    case Solids(List<Shape> of, var _) -> of.stream().allMatch(this::isUnion);
                    default -> false;
                };
    }

    /** Whether no operand holds several solids that only the next union cuts against each other. */
    private static boolean isSettled(Fuse fuse) {
        return fuse.shapes().stream()
                .noneMatch(shape -> shape instanceof Compound(List<Shape> shapes, var _) && shapes.size() > 1);
    }

    private boolean mayOpen(Shape shape) {
        return isIntermediate.test(shape) && isSolid.test(shape);
    }

    private boolean isPlain(Fuse fuse) {
        return !fuse.glue() && fuse.tolerance() == 0 && fuse.shapes().stream().allMatch(isSolid);
    }

    private static void pushAll(List<Shape> shapes, Deque<Shape> open) {
        shapes.reversed().forEach(open::push);
    }
}
