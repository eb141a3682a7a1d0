package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.value.BudgetExhausted;
import dev.cadwright.cad.python.value.BudgetExhausted.Resource;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.PythonError;

/** Counts what a run uses against its budget. */
final class Meter {
    private static final int STEPS_BETWEEN_LOOKS = 256;
    private static final int BITS_A_STEP = 4096;

    private final Budget budget;
    private final StringBuilder printed = new StringBuilder();
    private long steps;
    private long nextLook;
    private long bytes;
    private int depth;
    private int hostDepth;

    Meter(Budget budget) {
        this.budget = budget;
    }

    void step(long count) {
        steps += count;
        if (steps > budget.steps() || count < 0) {
            throw new BudgetExhausted(Resource.STEPS, "the program takes more than " + budget.steps() + " steps");
        }
        if (steps >= nextLook) {
            nextLook = steps + STEPS_BETWEEN_LOOKS;
            if (budget.expired().getAsBoolean()) {
                throw new BudgetExhausted(Resource.TIME, "the time for the program is over");
            }
        }
    }

    void allocate(long count) {
        bytes += count;
        if (bytes > budget.memoryBytes() || count < 0 || bytes < 0) {
            throw new BudgetExhausted(
                    Resource.MEMORY, "the program makes values of more than " + budget.memoryBytes() + " bytes");
        }
    }

    void requireBits(long bits) {
        if (bits > budget.integerBits()) {
            throw new BudgetExhausted(
                    Resource.INTEGER_BITS, "an int of the program has more than " + budget.integerBits() + " bits");
        }
        allocate(bits / Byte.SIZE + Long.BYTES);
        step(bits / BITS_A_STEP * (bits / BITS_A_STEP));
    }

    void print(String text) {
        if ((long) printed.length() + text.length() > budget.printedCharacters()) {
            throw new BudgetExhausted(
                    Resource.OUTPUT, "the program prints more than " + budget.printedCharacters() + " characters");
        }
        printed.append(text);
    }

    String printed() {
        return printed.toString();
    }

    void enterCall() {
        if (depth >= budget.callDepth()) {
            throw PythonError.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded");
        }
        depth++;
    }

    void leaveCall() {
        depth--;
    }

    /** As {@link #enterCall} for functions that a host brings: they call each other, and back, on Java's stack. */
    void enterHostCall() {
        if (hostDepth >= budget.callDepth()) {
            throw PythonError.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded");
        }
        hostDepth++;
    }

    void leaveHostCall() {
        hostDepth--;
    }
}
