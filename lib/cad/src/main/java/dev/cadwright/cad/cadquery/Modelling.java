package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.BudgetExhausted;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What belongs to one run of a program: whom it asks about shapes, what it showed and what it would have exported.
 *
 * <p>Shapes are executed when something asks about them. A program that catches exceptions must meet a refusal where it
 * stands: then every step is executed at once. Otherwise a step that may be refused is remembered, so that one whose
 * result is never used is still tried at the end.
 */
final class Modelling {
    private static final int MOST_SHAPES = 200_000;

    private final Modeller modeller;
    private final boolean eager;
    private final List<Value> shown = new ArrayList<>();
    private final List<Exported> exports = new ArrayList<>();
    private final List<Shape> risky = new ArrayList<>();
    private final Nesting nesting = new Nesting();
    private int shapes;
    private int names;
    private ModellingException.Ended ended;

    /** @param eager whether each step is executed where it stands */
    Modelling(Modeller modeller, boolean eager) {
        this.modeller = modeller;
        this.eager = eager;
    }

    /** That of the run, which the host of the program brought. */
    static Modelling of(Runtime runtime) {
        return runtime.state(Modelling.class, () -> {
            throw new IllegalStateException("a program of CadQuery runs without its modelling");
        });
    }

    /** Asks the modeller; a refusal becomes an exception of the program, an end its end. */
    <T> T ask(Function<Modeller, T> question) {
        try {
            return question.apply(modeller);
        } catch (ModellingException.Ended e) {
            ended = e;
            throw new BudgetExhausted(BudgetExhausted.Resource.HOST, e.getMessage());
        } catch (ModellingException e) {
            throw Errors.refused(e);
        }
    }

    /** A new shape of the program. @param declared the class that CadQuery gives it */
    ShapeValue shape(Shape shape, Kind declared) {
        if (++shapes > MOST_SHAPES) {
            throw new BudgetExhausted(BudgetExhausted.Resource.HOST, "more than " + MOST_SHAPES + " shapes");
        }
        requireNotTooDeep(shape);
        if (eager && ShapeFacts.mayBeRefused(shape)) {
            ask(asked -> asked.kindOf(shape));
        } else if (ShapeFacts.isRisky(shape)) {
            risky.add(shape);
        }
        return new ShapeValue(this, shape, declared);
    }

    /** @throws BudgetExhausted for shapes within more shapes than everything that follows them can stand */
    void requireNotTooDeep(Shape shape) {
        nesting.require(shape);
    }

    /** A new shape of the class that fits what it really is ({@code Shape.cast}). */
    ShapeValue cast(Shape shape) {
        return shape(shape, ShapeFacts.isCertain(shape) ? shape.kind() : ask(asked -> asked.kindOf(shape)));
    }

    /**
     * A name for a part of an assembly that the program did not name: in the form of a UUID, as the reference's, so that
     * no program's own name meets it, and the same in every run.
     */
    String nextName() {
        return new UUID(0x1000, ++names).toString();
    }

    void show(Value value) {
        shown.add(value);
    }

    List<Value> shown() {
        return shown;
    }

    void export(Exported file) {
        exports.add(file);
    }

    List<Exported> exports() {
        return List.copyOf(exports);
    }

    /** Steps that may be refused, in the order of the program. */
    List<Shape> risky() {
        return risky;
    }

    /** Why nothing more can be asked; null while it can. */
    ModellingException.Ended ended() {
        return ended;
    }
}
