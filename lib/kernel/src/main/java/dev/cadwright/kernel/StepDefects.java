package dev.cadwright.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the structure of a STEP file (ISO 10303-21). The kernel's reader forgives some of it, so that files
 * are looked through only once it has died of one. Each byte is looked at a bounded number of times, whatever the file is
 * made of. A string or a comment that is never closed ends the text.
 */
final class StepDefects {
    private static final int DEEPEST = 100;
    private static final int MOST_DIGITS = 9;
    private static final int SHOWN_DIGITS = 30;

    private final Map<Integer, List<Integer>> references = new HashMap<>();
    private final byte[] text;
    private int at;
    private int depth;
    private List<Integer> current = new ArrayList<>();

    private StepDefects(byte[] text) {
        this.text = text;
    }

    /** The first defect, if the structure has one. */
    static Optional<Fault> find(byte[] file) {
        StepDefects defects = new StepDefects(file);
        return defects.inTokens().or(defects::dangling).or(defects::circle);
    }

    private Optional<Fault> inTokens() {
        while (at < text.length) {
            Optional<Fault> fault = next();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> next() {
        int start = at++;
        return switch (text[start]) {
            case '(' ->
                ++depth > DEEPEST
                        ? fault("step.nesting", "brackets nest more than " + DEEPEST + " deep", start)
                        : Optional.empty();
            case ')' ->
                --depth < 0 ? fault("step.syntax", "a bracket is closed that was not opened", start) : Optional.empty();
            case '[', ']', '{', '}' -> fault("step.syntax", (char) text[start] + " means nothing here", start);
            case '#' -> numbered(start);
            case '\'' -> {
                skipString();
                yield Optional.empty();
            }
            case '/' -> {
                at = start;
                at = skipComment() ? at : start + 1;
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** The head of an instance, or a reference to one. */
    private Optional<Fault> numbered(int start) {
        while (at < text.length && isDigit(text[at])) {
            at++;
        }
        int end = at;
        if (end == start + 1) {
            return Optional.empty();
        }
        skipGaps();
        if (!isAt('=')) {
            return reference(start, end);
        }
        at++;
        return head(start, end);
    }

    private Optional<Fault> head(int start, int end) {
        if (end - start - 1 > MOST_DIGITS) {
            return fault("step.number", shortened(start, end) + " is too large a number for an entity", start);
        }
        int number = number(start, end);
        if (depth != 0) {
            return fault("step.syntax", "brackets are left open before #" + number, start);
        }
        if (!findsEntity()) {
            return fault("step.syntax", "no entity follows #" + number, start);
        }
        current = new ArrayList<>();
        return references.putIfAbsent(number, current) == null
                ? Optional.empty()
                : fault("step.duplicate", "#" + number + " is defined twice", start);
    }

    private Optional<Fault> reference(int start, int end) {
        if (end - start - 1 > MOST_DIGITS) {
            return fault("step.reference", shortened(start, end) + " is not defined", start);
        }
        current.add(number(start, end));
        return Optional.empty();
    }

    /** Goes to the bracket of what follows a head: an entity with its name, or several at once. */
    private boolean findsEntity() {
        skipGaps();
        if (isAt('!')) {
            at++;
        }
        int name = at;
        while (at < text.length && isOfName(text[at])) {
            at++;
        }
        boolean sound = at == name ? text[name - 1] != '!' : !isDigit(text[name]) && text[name] != '_';
        skipGaps();
        return sound && isAt('(');
    }

    private void skipString() {
        while (at < text.length && text[at] != '\'') {
            at++;
        }
        at = Math.min(at + 1, text.length);
    }

    /** Skips blanks and comments. */
    private void skipGaps() {
        boolean more = true;
        while (more) {
            while (at < text.length && isBlank(text[at])) {
                at++;
            }
            more = skipComment();
        }
    }

    /** Whether there was a comment to skip. */
    private boolean skipComment() {
        if (!isAt('/') || at + 1 == text.length || text[at + 1] != '*') {
            return false;
        }
        at += 2;
        while (at < text.length && !(isAt('*') && at + 1 < text.length && text[at + 1] == '/')) {
            at++;
        }
        at = Math.min(at + 2, text.length);
        return true;
    }

    private boolean isAt(char letter) {
        return at < text.length && text[at] == letter;
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isOfName(byte letter) {
        return letter >= 'A' && letter <= 'Z' || isDigit(letter) || letter == '_';
    }

    private int number(int start, int end) {
        return Integer.parseInt(new String(text, start + 1, end - start - 1, StandardCharsets.US_ASCII));
    }

    /** The number with its mark, as far as it can be shown. */
    private String shortened(int start, int end) {
        int shown = Math.min(end, start + 1 + SHOWN_DIGITS);
        return new String(text, start, shown - start, StandardCharsets.US_ASCII) + (shown < end ? "…" : "");
    }

    private Optional<Fault> dangling() {
        return references.values().stream()
                .flatMap(List::stream)
                .filter(number -> !references.containsKey(number))
                .min(Integer::compare)
                .map(number -> Fault.of("step.reference", "#" + number + " is not defined"));
    }

    /** Looks along the references of each entity, without calling itself. */
    private Optional<Fault> circle() {
        Set<Integer> done = new HashSet<>();
        for (Integer start : references.keySet()) {
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            Set<Integer> above = new HashSet<>();
            while (!open.isEmpty()) {
                Integer number = open.peek();
                if (done.contains(number) || !above.add(number)) {
                    open.pop();
                    above.remove(number);
                    done.add(number);
                    continue;
                }
                for (Integer next : references.get(number)) {
                    if (above.contains(next)) {
                        return Optional.of(Fault.of(
                                "step.circle", "#" + number + " refers to #" + next + ", of which it is a part"));
                    }
                    if (!done.contains(next)) {
                        open.push(next);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> fault(String code, String message, int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            line += text[i] == '\n' ? 1 : 0;
        }
        return Optional.of(Fault.of(code, message + " (line " + line + ")"));
    }
}
