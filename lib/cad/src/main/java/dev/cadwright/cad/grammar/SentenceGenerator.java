package dev.cadwright.cad.grammar;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws texts that follow a grammar. The same grammar and the same random numbers give the same texts. */
public final class SentenceGenerator {
    /** Repetitions without a bound go on with this chance. */
    private static final double GO_ON = 0.6;

    /** From here on, nested rules or characters, the text ends as soon as it can. */
    private static final int DEEP = 40;

    private static final int LONG = 2000;

    private final Grammar grammar;
    private final Heights heights;
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();

    private SentenceGenerator(Grammar grammar, RandomGenerator random) {
        this.grammar = grammar;
        this.heights = new Heights(grammar);
        this.random = random;
    }

    /** A text; it is no longer than some thousand characters where the grammar allows it. */
    public static String sentence(Grammar grammar, RandomGenerator random) {
        SentenceGenerator generator = new SentenceGenerator(grammar, random);
        generator.append(new Expression.Reference(grammar.root()), 0);
        return generator.text.toString();
    }

    private void append(Expression expression, int depth) {
        switch (expression) {
            case Expression.Literal(String literal) -> text.append(literal);
            case Expression.Range(char first, char last) -> text.append((char) random.nextInt(first, last + 1));
            case Expression.Sequence(var items) -> items.forEach(item -> append(item, depth));
            case Expression.Choice(var options) -> append(chosen(options, depth), depth);
            case Expression.Repetition repetition -> {
                int count = repetition.least();
                while (count < repetition.most() && !isTooMuch(depth) && random.nextDouble() < GO_ON) {
                    count++;
                }
                for (int done = 0; done < count; done++) {
                    append(repetition.of(), depth);
                }
            }
            case Expression.Reference(String rule) -> append(grammar.rules().get(rule), depth + 1);
        }
    }

    private Expression chosen(List<Expression> options, int depth) {
        return isTooMuch(depth)
                ? options.stream().min(Comparator.comparingInt(heights::of)).orElseThrow()
                : options.get(random.nextInt(options.size()));
    }

    private boolean isTooMuch(int depth) {
        return depth > DEEP || text.length() > LONG;
    }
}
