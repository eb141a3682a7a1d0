package dev.cadwright.kernel.openscad;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Execution.Rejection;
import java.time.Duration;
import java.util.Objects;

/** What became of executing one OpenSCAD program. */
public sealed interface ScadExecution {
    Category category();

    /** Wall time from handing the program to a worker until its answer or its end. */
    Duration elapsed();

    /** What the program and the tool printed until then; nothing where the worker was lost. */
    default ScadOutput output() {
        return ScadOutput.NONE;
    }

    /**
     * A solid, or several. OpenSCAD says of no mesh that it is invalid: see {@link MeshMeasures#watertight()}.
     *
     * @param hullsReplaced convex hulls that the tool could not make and that were made for it; 0 as a rule
     */
    record Solid(MeshMeasures measures, int hullsReplaced, ScadOutput output, Duration elapsed)
            implements ScadExecution {
        @Override
        public Category category() {
            return Category.OK;
        }
    }

    /** A drawing: flat contours. */
    record Drawing(Contours contours, ScadOutput output, Duration elapsed) implements ScadExecution {
        @Override
        public Category category() {
            return Category.OK;
        }
    }

    /** It does not read, or the tool printed an error: what came out then lacks a part, and is not given. */
    record Rejected(Rejection rejection, ScadFault fault, ScadOutput output, Duration elapsed)
            implements ScadExecution {
        @Override
        public Category category() {
            return switch (rejection) {
                case SYNTAX -> Category.SYNTAX;
                case UNSUPPORTED -> Category.UNSUPPORTED;
                case RUNTIME -> Category.RUNTIME;
            };
        }
    }

    /** It ran and made nothing. */
    record NoResult(ScadFault fault, ScadOutput output, Duration elapsed) implements ScadExecution {
        @Override
        public Category category() {
            return Category.NO_RESULT;
        }
    }

    /** Memory, triangles, recursion or size ran out. */
    record Exhausted(Budget budget, ScadFault fault, ScadOutput output, Duration elapsed) implements ScadExecution {
        @Override
        public Category category() {
            return Category.EXHAUSTED;
        }
    }

    /** No answer within the budget's time; the worker was ended and replaced. */
    record TimedOut(Budget budget, Duration elapsed) implements ScadExecution {
        @Override
        public Category category() {
            return Category.TIMEOUT;
        }
    }

    /** The tool or its worker died. */
    record Crashed(String cause, Duration elapsed) implements ScadExecution {
        public Crashed {
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public Category category() {
            return Category.CRASH;
        }
    }
}
