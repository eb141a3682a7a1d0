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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with the structure of a STEP file (ISO 10303-21). The kernel's reader forgives some of it, so that files
 * are looked through only once it has died of one.
 */
final class StepDefects {
    /** A string, a comment, the head of an instance, a reference, or a bracket; square ones and braces mean nothing. */
    private static final Pattern TOKEN =
            Pattern.compile("'[^']*'|(?s:/\\*.*?\\*/)|(?<head>#(\\d+)\\s*=)|#(?<reference>\\d+)|[()\\[\\]{}]");

    /** What follows a head: an entity, or several at once in brackets. */
    private static final Pattern ENTITY =
            Pattern.compile("(?s)(?:\\s++|/\\*.*?\\*/){0,50}(?:!?[A-Z][A-Z0-9_]*\\s*)?\\(");

    private static final int DEEPEST = 100;
    private static final int MOST_DIGITS = 9;

    private final Map<Integer, List<Integer>> references = new HashMap<>();
    private final String text;
    private int depth;
    private List<Integer> current = new ArrayList<>();

    private StepDefects(String text) {
        this.text = text;
    }

    /** The first defect, if the structure has one. */
    static Optional<Fault> find(byte[] file) {
        StepDefects defects = new StepDefects(new String(file, StandardCharsets.ISO_8859_1));
        return defects.inTokens().or(defects::dangling).or(defects::circle);
    }

    private Optional<Fault> inTokens() {
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            Optional<Fault> fault = next(tokens);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> next(Matcher token) {
        return switch (token.group().charAt(0)) {
            case '(' ->
                ++depth > DEEPEST
                        ? fault("step.nesting", "brackets nest more than " + DEEPEST + " deep", token.start())
                        : Optional.empty();
            case ')' ->
                --depth < 0
                        ? fault("step.syntax", "a bracket is closed that was not opened", token.start())
                        : Optional.empty();
            case '#' -> token.group("head") != null ? head(token) : reference(token);
            case '\'', '/' -> Optional.empty();
            default -> fault("step.syntax", token.group() + " means nothing here", token.start());
        };
    }

    private Optional<Fault> head(Matcher token) {
        String digits = token.group(2);
        if (digits.length() > MOST_DIGITS) {
            return fault(
                    "step.number", "#" + shortened(digits) + " is too large a number for an entity", token.start());
        }
        if (depth != 0) {
            return fault("step.syntax", "brackets are left open before #" + digits, token.start());
        }
        if (!ENTITY.matcher(text).region(token.end(), text.length()).lookingAt()) {
            return fault("step.syntax", "no entity follows #" + digits, token.start());
        }
        current = new ArrayList<>();
        return references.putIfAbsent(Integer.valueOf(digits), current) == null
                ? Optional.empty()
                : fault("step.duplicate", "#" + digits + " is defined twice", token.start());
    }

    private Optional<Fault> reference(Matcher token) {
        String digits = token.group("reference");
        if (digits.length() > MOST_DIGITS) {
            return fault("step.reference", "#" + shortened(digits) + " is not defined", token.start());
        }
        current.add(Integer.valueOf(digits));
        return Optional.empty();
    }

    private static String shortened(String digits) {
        return digits.length() > 30 ? digits.substring(0, 30) + "…" : digits;
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

    private Optional<Fault> fault(String code, String message, int at) {
        long line = 1
                + text.substring(0, at).chars().filter(letter -> letter == '\n').count();
        return Optional.of(Fault.of(code, message + " (line " + line + ")"));
    }
}
