package dev.cadwright.kernel;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.Body;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of executing one source. A crash of the kernel is an outcome, not an exception. */
public sealed interface Execution {
    Category category();

    /** Wall time from handing the request to a worker until its answer or its end. */
    Duration elapsed();

    /** The same with the place in the program's text that is at fault, where a step was refused. */
    default Execution at(SourceSpan place) {
        return switch (this) {
            case Rejected(var rejection, var fault, var elapsed) -> new Rejected(rejection, fault.at(place), elapsed);
            case NoResult(var fault, var elapsed) -> new NoResult(fault.at(place), elapsed);
            case Exhausted(var budget, var fault, var elapsed) -> new Exhausted(budget, fault.at(place), elapsed);
            case Solid _, Loose _, Invalid _, TimedOut _, Crashed _ -> this;
        };
    }

    /** A valid solid, or several; mesh, STEP, B-rep and bodies where the request asked for them. */
    record Solid(
            SolidProperties properties,
            Optional<Mesh> mesh,
            Optional<byte[]> step,
            Optional<byte[]> brep,
            List<Body> bodies,
            Duration elapsed)
            implements Execution {
        @Override
        public Category category() {
            return Category.OK;
        }
    }

    /**
     * Shapes came out, but no solid: faces or curves. Their volume is 0, their centre of mass is by area, without faces
     * by length.
     */
    record Loose(
            SolidProperties properties,
            Optional<Mesh> mesh,
            Optional<byte[]> step,
            Optional<byte[]> brep,
            List<Body> bodies,
            Duration elapsed)
            implements Execution {
        @Override
        public Category category() {
            return Category.OK;
        }
    }

    /**
     * A solid came out, but it is not valid: its measures mean little. What else was asked for comes where it could be
     * made.
     *
     * @param defects what the check found, such as {@code wire self intersecting}; each once
     */
    record Invalid(
            SolidProperties properties,
            List<String> defects,
            Optional<Mesh> mesh,
            Optional<byte[]> step,
            Optional<byte[]> brep,
            List<Body> bodies,
            Duration elapsed)
            implements Execution {
        public Invalid {
            defects = List.copyOf(defects);
        }

        @Override
        public Category category() {
            return Category.INVALID;
        }
    }

    /** Nothing was built: the text does not read, names what the kernel lacks, or a step failed. */
    record Rejected(Rejection rejection, Fault fault, Duration elapsed) implements Execution {
        @Override
        public Category category() {
            return rejection.category();
        }
    }

    /** It ran and left no solid. */
    record NoResult(Fault fault, Duration elapsed) implements Execution {
        @Override
        public Category category() {
            return Category.NO_RESULT;
        }
    }

    /** Memory, triangles or size ran out. */
    record Exhausted(Budget budget, Fault fault, Duration elapsed) implements Execution {
        @Override
        public Category category() {
            return Category.EXHAUSTED;
        }
    }

    /** No answer within the budget's time; the worker was ended and replaced. */
    record TimedOut(Budget budget, Duration elapsed) implements Execution {
        @Override
        public Category category() {
            return Category.TIMEOUT;
        }
    }

    /**
     * The worker died and was replaced.
     *
     * @param signal the name of the signal, such as {@code SIGSEGV}, or {@code exit N}
     */
    record Crashed(String signal, Duration elapsed) implements Execution {
        @Override
        public Category category() {
            return Category.CRASH;
        }
    }

    /** Why nothing was built. */
    enum Rejection {
        SYNTAX(Category.SYNTAX),
        UNSUPPORTED(Category.UNSUPPORTED),
        RUNTIME(Category.RUNTIME);

        private final Category category;

        Rejection(Category category) {
            this.category = category;
        }

        Category category() {
            return category;
        }
    }
}
