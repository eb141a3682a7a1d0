package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import java.util.Iterator;
import java.util.List;

/** A statement of a generator that is under way when the generator rests. */
sealed interface GeneratorLevel {
    /** Statements in their order. */
    final class Block implements GeneratorLevel {
        private final List<Statement> statements;
        private int index;

        Block(List<Statement> statements) {
            this.statements = statements;
        }

        boolean ended() {
            return index == statements.size();
        }

        Statement next() {
            return statements.get(index++);
        }
    }

    record ForLoop(Statement.For tree, Iterator<Value> values) implements GeneratorLevel {}

    record WhileLoop(Statement.While tree) implements GeneratorLevel {}

    /** {@code yield from}. */
    record Delegation(Iterator<Value> values) implements GeneratorLevel {}

    /** {@code name = yield …} that has yet to assign. */
    record Resumption(Statement.Assign assign) implements GeneratorLevel {}

    /** A try statement, one of whose blocks lies above it. */
    final class TryBlock implements GeneratorLevel {
        private enum Phase {
            BODY,
            BEHIND_BODY,
            LAST
        }

        private final Statement.Try tree;
        private Phase phase = Phase.BODY;
        private Completion completion = Completion.NORMAL;
        private PythonError error;

        TryBlock(Statement.Try tree) {
            this.tree = tree;
        }

        Statement.Try tree() {
            return tree;
        }

        boolean inBody() {
            return phase == Phase.BODY;
        }

        /** What is to go on behind {@code finally}. */
        Completion completion() {
            return completion;
        }

        /** What is to be raised again behind {@code finally}; null for nothing. */
        PythonError error() {
            return error;
        }

        void beginHandler() {
            phase = Phase.BEHIND_BODY;
        }

        /** Whether {@code else} comes now. */
        boolean beginElse() {
            boolean begins = phase == Phase.BODY && !tree.otherwise().isEmpty();
            phase = phase == Phase.BODY ? Phase.BEHIND_BODY : phase;
            return begins;
        }

        /** Whether {@code finally} comes now; what made it come goes on behind it. */
        boolean beginLast(Completion cause, PythonError raised) {
            if (phase == Phase.LAST || tree.last().isEmpty()) {
                return false;
            }
            phase = Phase.LAST;
            completion = cause;
            error = raised;
            return true;
        }
    }
}
