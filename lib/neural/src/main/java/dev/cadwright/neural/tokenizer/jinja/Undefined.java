package dev.cadwright.neural.tokenizer.jinja;

/** The value of a name that is not there: empty, false, and an error when something is asked of it. */
record Undefined(String what) {
    TemplateException error() {
        return TemplateException.runtime(what + " is undefined");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Undefined;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
