package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Value;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator that asks for the next value only when it is wanted. */
abstract class Pulled implements Iterator<Value> {
    private Value ahead;
    private boolean over;

    /** The next value; null at the end. */
    abstract Value pull();

    @Override
    public boolean hasNext() {
        if (ahead == null && !over) {
            ahead = pull();
            over = ahead == null;
        }
        return !over;
    }

    @Override
    public Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Value value = ahead;
        ahead = null;
        return value;
    }
}
