package dev.cadwright.cad;

/** Where in a program's text something stands: 1-based lines and columns, the end exclusive. */
public record SourceSpan(int line, int column, int endLine, int endColumn) {
    /** For constructions that were made, not parsed. */
    public static final SourceSpan NONE = new SourceSpan(0, 0, 0, 0);
}
