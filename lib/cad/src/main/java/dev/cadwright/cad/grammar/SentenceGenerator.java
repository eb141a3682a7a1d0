package dev.cadwright.cad.grammar;

import java.util.random.RandomGenerator;

/** Draws texts that follow a grammar. The same grammar and the same random numbers give the same texts. */
public final class SentenceGenerator {
    /** Repetitions without a bound go on with this chance. */
    private static final double GO_ON = 0.6;

    private final Grammar grammar;
    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();

    private SentenceGenerator(Grammar grammar, RandomGenerator random) {
        this.grammar = grammar;
        this.random = random;
    }

    /** A text; grammars whose rules hold themselves without end may not be drawn from. */
    public static String sentence(Grammar grammar, RandomGenerator random) {
        SentenceGenerator generator = new SentenceGenerator(grammar, random);
        generator.append(new Expression.Reference(grammar.root()));
        return generator.text.toString();
    }

    private void append(Expression expression) {
        switch (expression) {
            case Expression.Literal(String literal) -> text.append(literal);
            case Expression.Range(char first, char last) -> text.append((char) random.nextInt(first, last + 1));
            case Expression.Sequence(var items) -> items.forEach(this::append);
            case Expression.Choice(var options) -> append(options.get(random.nextInt(options.size())));
            case Expression.Repetition repetition -> {
                int count = repetition.least();
                while (count < repetition.most() && random.nextDouble() < GO_ON) {
                    count++;
                }
                for (int done = 0; done < count; done++) {
                    append(repetition.of());
                }
            }
            case Expression.Reference(String rule) -> append(grammar.rules().get(rule));
        }
    }
}
