package dev.cadwright.neural.adapter;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of a file that nobody vouches for: one that goes on for ever is an error instead. */
final class BoundedPattern {
    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_STEPS = 1_000_000;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static BoundedPattern compile(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw AdapterConfiguration.bad(
                    "a regular expression of " + expression.length() + " characters is too long");
        }
        try {
            return new BoundedPattern(Pattern.compile(expression));
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw AdapterConfiguration.bad("no usable regular expression: " + shortened(expression));
        }
    }

    /** Whether the whole name fits. */
    boolean matches(String name) {
        try {
            return pattern.matcher(new Counted(name, new int[1])).matches();
        } catch (Exhausted | StackOverflowError e) {
            throw AdapterConfiguration.bad("the regular expression " + shortened(pattern.pattern())
                    + " takes too long on " + name + "; write it without repetitions inside repetitions");
        }
    }

    private static String shortened(String expression) {
        return expression.length() <= 200 ? expression : expression.substring(0, 200) + "…";
    }

    private static final class Exhausted extends RuntimeException {
        Exhausted() {
            super(null, null, false, false);
        }
    }

    /** Every step of the matcher reads a character. */
    private record Counted(CharSequence text, int[] steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++steps[0] > MAX_STEPS) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
