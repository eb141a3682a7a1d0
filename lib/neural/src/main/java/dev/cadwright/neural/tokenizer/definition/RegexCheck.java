package dev.cadwright.neural.tokenizer.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Refuses patterns on which a backtracking matcher may take exponential time. The native tokenizer aborts the whole
 * process when its matcher gives up, so such a pattern must never reach it.
 */
final class RegexCheck {
    private static final int LONGEST = 8192;
    private static final int UNBOUNDED_IN_A_BRANCH = 4;
    private static final int DEEPEST = 32;

    /** What is open: a group, or the whole pattern. */
    private static final class Level {
        private boolean ambiguous;
        private int unbounded;
    }

    private final String pattern;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;

    private RegexCheck(String pattern) {
        this.pattern = pattern;
    }

    /** @return what is wrong with the pattern, if anything is */
    static Optional<String> complaint(String pattern) {
        return pattern.length() > LONGEST
                ? Optional.of("it is longer than " + LONGEST + " characters")
                : new RegexCheck(pattern).scan();
    }

    private Optional<String> scan() {
        levels.push(new Level());
        while (at < pattern.length()) {
            Optional<String> complaint = element();
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return levels.size() == 1 ? Optional.empty() : Optional.of("a group is not closed");
    }

    private Optional<String> element() {
        char c = pattern.charAt(at);
        switch (c) {
            case '\\' -> {
                return escape();
            }
            case '[' -> {
                return skipClass() ? quantified(false) : Optional.of("a class is not closed");
            }
            case '(' -> {
                return open();
            }
            case ')' -> {
                return close();
            }
            case '|' -> {
                Level level = levels.element();
                level.ambiguous = true;
                level.unbounded = 0;
                at++;
                return Optional.empty();
            }
            default -> {
                at++;
                return quantified(false);
            }
        }
    }

    private Optional<String> escape() {
        if (at + 1 >= pattern.length()) {
            return Optional.of("it ends within an escape");
        }
        char escaped = pattern.charAt(at + 1);
        if ("123456789gk".indexOf(escaped) >= 0) {
            return Optional.of("it refers back to a group");
        }
        at += 2;
        if (at < pattern.length() && pattern.charAt(at) == '{' && "pPxo".indexOf(escaped) >= 0) {
            int end = pattern.indexOf('}', at);
            if (end < 0) {
                return Optional.of("a property is not closed");
            }
            at = end + 1;
        }
        return quantified(false);
    }

    private boolean skipClass() {
        int depth = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                depth++;
                at += at < pattern.length() && pattern.charAt(at) == '^' ? 1 : 0;
                // A bracket that comes first stands for itself.
                at += at < pattern.length() && pattern.charAt(at) == ']' ? 1 : 0;
            } else if (c == ']' && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> open() {
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
            if (at < pattern.length() && "RP&(".indexOf(pattern.charAt(at)) >= 0) {
                return Optional.of("it uses calls or conditions");
            }
            while (at < pattern.length() && "imsx-<=!>:".indexOf(pattern.charAt(at)) >= 0) {
                char c = pattern.charAt(at++);
                if (c == ':' || c == '=' || c == '!' || c == '>') {
                    break;
                }
            }
        }
        levels.push(new Level());
        return levels.size() > DEEPEST ? Optional.of("its groups are nested too deeply") : Optional.empty();
    }

    private Optional<String> close() {
        if (levels.size() == 1) {
            return Optional.of("a bracket closes nothing");
        }
        at++;
        Level inner = levels.pop();
        levels.element().unbounded += inner.unbounded;
        Optional<String> complaint = quantified(inner.ambiguous || inner.unbounded > 0);
        levels.element().ambiguous |= inner.ambiguous;
        return complaint;
    }

    /** Reads a quantifier, if one follows. */
    private Optional<String> quantified(boolean ambiguous) {
        if (at >= pattern.length() || "*+?{".indexOf(pattern.charAt(at)) < 0) {
            return Optional.empty();
        }
        boolean once = pattern.charAt(at) == '?';
        if (pattern.charAt(at) == '{') {
            int end = pattern.indexOf('}', at);
            if (end < 0) {
                at++;
                return Optional.empty();
            }
            at = end;
        }
        at++;
        while (at < pattern.length() && "+?".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        Level level = levels.element();
        level.ambiguous = true;
        level.unbounded += once ? 0 : 1;
        if (!once && ambiguous) {
            return Optional.of("it repeats a group that itself repeats or branches");
        }
        return level.unbounded > UNBOUNDED_IN_A_BRANCH
                ? Optional.of("one of its branches repeats too often")
                : Optional.empty();
    }
}
