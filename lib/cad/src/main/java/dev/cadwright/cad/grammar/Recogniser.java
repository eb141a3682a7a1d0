package dev.cadwright.cad.grammar;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells whether a text follows a grammar, by all ways of reading it at once; each rule is tried once at each place, so the
 * work is bounded by the text's length times the grammar's size.
 */
public final class Recogniser {
    private final Grammar grammar;
    private final String text;
    private final Map<Place, BitSet> known = new HashMap<>();
    private int furthest;

    private record Place(String rule, int at) {}

    private Recogniser(Grammar grammar, String text) {
        this.grammar = grammar;
        this.text = text;
    }

    public static boolean accepts(Grammar grammar, String text) {
        return rejectedAt(grammar, text) < 0;
    }

    /** How far the text follows the grammar; −1 where all of it does. */
    public static int rejectedAt(Grammar grammar, String text) {
        Recogniser recogniser = new Recogniser(grammar, text);
        BitSet ends = recogniser.rule(grammar.root(), 0);
        return ends.get(text.length()) ? -1 : recogniser.furthest;
    }

    private BitSet rule(String name, int at) {
        Place place = new Place(name, at);
        BitSet ends = known.get(place);
        if (ends == null) {
            ends = ends(grammar.rules().get(name), at);
            known.put(place, ends);
        }
        return ends;
    }

    /** Where an expression that begins at a place can end. */
    private BitSet ends(Expression expression, int at) {
        return switch (expression) {
            case Expression.Literal(String literal) -> {
                boolean here = text.startsWith(literal, at);
                yield here ? only(at + literal.length()) : new BitSet();
            }
            case Expression.Range(char first, char last) -> {
                boolean here = at < text.length() && text.charAt(at) >= first && text.charAt(at) <= last;
                yield here ? only(at + 1) : new BitSet();
            }
            case Expression.Sequence(var items) -> {
                BitSet here = only(at);
                for (Expression item : items) {
                    here = after(here, item);
                }
                yield here;
            }
            case Expression.Choice(var options) -> {
                BitSet ends = new BitSet();
                options.forEach(option -> ends.or(ends(option, at)));
                yield ends;
            }
            case Expression.Repetition repetition -> repeated(repetition, at);
            case Expression.Reference(String rule) -> rule(rule, at);
        };
    }

    private BitSet only(int place) {
        furthest = Math.max(furthest, place);
        BitSet set = new BitSet();
        set.set(place);
        return set;
    }

    private BitSet after(BitSet places, Expression expression) {
        BitSet ends = new BitSet();
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
            ends.or(ends(expression, at));
        }
        return ends;
    }

    private BitSet repeated(Expression.Repetition repetition, int at) {
        BitSet here = only(at);
        for (int count = 0; count < repetition.least(); count++) {
            here = after(here, repetition.of());
        }
        if (repetition.most() == Expression.Repetition.UNBOUNDED) {
            return closure(here, repetition.of());
        }
        BitSet ends = (BitSet) here.clone();
        for (int count = repetition.least(); count < repetition.most() && !here.isEmpty(); count++) {
            here = after(here, repetition.of());
            ends.or(here);
        }
        return ends;
    }

    private BitSet closure(BitSet from, Expression expression) {
        BitSet ends = (BitSet) from.clone();
        Deque<Integer> open = new ArrayDeque<>();
        from.stream().forEach(open::add);
        while (!open.isEmpty()) {
            ends(expression, open.poll()).stream().filter(end -> !ends.get(end)).forEach(end -> {
                ends.set(end);
                open.add(end);
            });
        }
        return ends;
    }
}
