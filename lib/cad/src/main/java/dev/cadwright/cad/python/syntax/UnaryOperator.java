package dev.cadwright.cad.python.syntax;

/** A sign or {@code ~}. */
public enum UnaryOperator {
    PLUS("+"),
    MINUS("-"),
    INVERT("~");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }
}
