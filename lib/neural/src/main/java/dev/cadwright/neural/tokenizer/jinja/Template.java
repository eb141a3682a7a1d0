package dev.cadwright.neural.tokenizer.jinja;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A chat template: the part of Jinja that they use, rendered as Python's transformers does. Templates come from
 * strangers, so this is an interpreter over plain data: nothing of Java can be reached, and steps, output and nesting are
 * bounded. Immutable; safe for use by several threads at once.
 *
 * <p>Not there: inheritance, imports, recursive loops, and filters and tests that no chat template needs; a template
 * that uses them is refused when it is parsed.
 */
public final class Template {
    private static final int LONGEST = 1 << 20;

    /** A part of the rendered text, in UTF-16 units. */
    public record Span(int begin, int end) {}

    /**
     * A rendered text.
     *
     * @param generations what {@code generation} blocks wrote: the assistant's own words
     */
    public record Rendering(String text, List<Span> generations) {
        public Rendering {
            generations = List.copyOf(generations);
        }
    }

    private final List<Statement> statements;

    private Template(List<Statement> statements) {
        this.statements = statements;
    }

    /** @throws TemplateException {@code SYNTAX}, with the line */
    public static Template parse(String source) {
        if (source.length() > LONGEST) {
            throw TemplateException.exhausted("the template is longer than " + LONGEST + " characters");
        }
        try {
            return new Template(StatementParser.parse(source));
        } catch (StackOverflowError e) {
            throw TemplateException.exhausted("the template is nested too deeply");
        }
    }

    /**
     * @param variables plain data: null, booleans, numbers, texts, lists and maps of them
     * @param clock what {@code strftime_now} reads
     * @throws TemplateException where the data is not what the template takes it for, or the work is too much
     */
    public Rendering render(Map<String, Object> variables, Clock clock) {
        Budget budget = new Budget();
        Scope scope = new Scope(Globals.scope(budget, clock));
        variables.forEach((name, value) -> scope.set(name, Values.plain(value, 0)));
        try {
            return new Renderer(budget).render(statements, scope);
        } catch (StackOverflowError e) {
            throw TemplateException.exhausted("the template is nested too deeply");
        }
    }
}
