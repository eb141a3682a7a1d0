package dev.cadwright.neural.tokenizer.jinja;

/** What went wrong in a template: in its text, while it was rendered, or because it said so itself. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of failure. */
    public enum Kind {
        /** The text is not a template. */
        SYNTAX,
        /** A value was not what the template takes it for. */
        RUNTIME,
        /** The template called {@code raise_exception}: the conversation is not one that the model knows. */
        RAISED,
        /** Too many steps, too much output, too deep. */
        EXHAUSTED
    }

    private final Kind kind;

    TemplateException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static TemplateException syntax(int line, String message) {
        return new TemplateException(Kind.SYNTAX, "line " + line + ": " + message);
    }

    static TemplateException runtime(String message) {
        return new TemplateException(Kind.RUNTIME, message);
    }

    static TemplateException exhausted(String message) {
        return new TemplateException(Kind.EXHAUSTED, message);
    }
}
