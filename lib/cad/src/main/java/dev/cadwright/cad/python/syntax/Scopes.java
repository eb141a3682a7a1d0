package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The functions, classes and comprehensions around the place where the parser stands, and the names they bind. */
final class Scopes {
    enum Kind {
        MODULE,
        FUNCTION,
        CLASS,
        COMPREHENSION
    }

    private static final class Frame {
        final Kind kind;
        final String path;
        final Set<String> bound = new HashSet<>();
        final Set<String> globals = new HashSet<>();
        final Set<String> nonlocals = new HashSet<>();
        boolean yields;
        int loops;

        Frame(Kind kind, String path) {
            this.kind = kind;
            this.path = path;
        }
    }

    private final Deque<Frame> frames = new ArrayDeque<>();
    private boolean definesCode;

    Scopes() {
        frames.push(new Frame(Kind.MODULE, ""));
    }

    void enter(Kind kind, String name) {
        definesCode |= kind == Kind.FUNCTION || kind == Kind.CLASS;
        frames.push(new Frame(kind, qualified(name)));
    }

    Scope leave() {
        Frame frame = frames.pop();
        Set<String> locals = new HashSet<>(frame.bound);
        locals.removeAll(frame.globals);
        locals.removeAll(frame.nonlocals);
        return new Scope(locals, frame.globals);
    }

    /** A name as messages show it: with the class or the function around it. */
    String qualified(String name) {
        Frame around = frames.peek();
        return switch (around.kind) {
            case MODULE -> name;
            case CLASS -> around.path + "." + name;
            case FUNCTION, COMPREHENSION -> around.path + ".<locals>." + name;
        };
    }

    void bind(String name) {
        frames.peek().bound.add(name);
    }

    /** Binds as {@code :=} does: outside of all comprehensions. */
    void bindOutsideComprehension(String name) {
        body().bound.add(name);
    }

    void declareGlobal(String name) {
        frames.peek().globals.add(name);
    }

    void declareNonlocal(String name, SourceSpan span) {
        boolean nested = frames.stream().skip(1).anyMatch(frame -> frame.kind == Kind.FUNCTION);
        if (!nested) {
            throw Refusal.syntax(span, "nonlocal", "no function is around this one that could bind \"" + name + "\"");
        }
        frames.peek().nonlocals.add(name);
    }

    boolean inFunction() {
        return body().kind == Kind.FUNCTION;
    }

    void markGenerator() {
        body().yields = true;
    }

    boolean isGenerator() {
        return body().yields;
    }

    void enterLoop() {
        frames.peek().loops++;
    }

    void leaveLoop() {
        frames.peek().loops--;
    }

    boolean inLoop() {
        return frames.peek().loops > 0;
    }

    boolean definesCode() {
        return definesCode;
    }

    private Frame body() {
        for (Frame frame : frames) {
            if (frame.kind != Kind.COMPREHENSION) {
                return frame;
            }
        }
        throw new IllegalStateException("a module is around everything");
    }
}
