package dev.cadwright.cad.python.interpret;

/** How a block ended. */
enum Completion {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
}
