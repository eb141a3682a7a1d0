package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Expression.Comprehension;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.Environment;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** Runs a comprehension: its clauses are iterators within iterators, so that generators are lazy. */
final class ComprehensionRun implements Iterator<Value> {
    private final Machine machine;
    private final Comprehension tree;
    private final Frame frame;
    private final List<Iterator<Value>> open = new ArrayList<>();
    private boolean found;

    ComprehensionRun(Machine machine, Comprehension tree, Frame around) {
        this.machine = machine;
        this.tree = tree;
        this.frame = around.within(new Environment(Environment.Kind.COMPREHENSION, tree.scope(), around.environment()));
        Expression first = tree.clauses().getFirst().iterable();
        Value iterable = machine.evaluator().evaluate(first, around);
        machine.at(first.span());
        open.add(machine.iterate(iterable));
    }

    Value evaluate() {
        return switch (tree.kind()) {
            case GENERATOR -> {
                machine.allocate(Footprint.GENERATOR);
                yield new IteratorValue("generator", this);
            }
            case LIST -> {
                ListValue list = new ListValue();
                while (hasNext()) {
                    machine.allocate(Footprint.ITEM);
                    list.items().add(next());
                }
                yield list;
            }
            case SET -> {
                SetValue set = new SetValue(Set.of(), false);
                while (hasNext()) {
                    machine.allocate(Footprint.ENTRY);
                    set.items().add(next());
                }
                yield set;
            }
            case DICT -> dict();
        };
    }

    private Value dict() {
        DictValue dict = new DictValue();
        while (hasNext()) {
            machine.allocate(Footprint.ENTRY);
            Value key = next();
            Value value = machine.evaluator().evaluate(tree.value().orElseThrow(), frame);
            dict.entries().put(key, value);
        }
        return dict;
    }

    @Override
    public boolean hasNext() {
        while (!found && !open.isEmpty()) {
            Iterator<Value> innermost = open.getLast();
            if (!innermost.hasNext()) {
                open.removeLast();
            } else {
                Comprehension.Clause clause = tree.clauses().get(open.size() - 1);
                machine.executor().assignments().assign(clause.target(), innermost.next(), frame);
                found = holds(clause) && enter();
            }
        }
        return found;
    }

    private boolean holds(Comprehension.Clause clause) {
        for (Expression condition : clause.conditions()) {
            if (!machine.truth(machine.evaluator().evaluate(condition, frame))) {
                return false;
            }
        }
        return true;
    }

    /** Goes into the next clause; true when there is none, so that an element stands ready. */
    private boolean enter() {
        if (open.size() == tree.clauses().size()) {
            return true;
        }
        Expression iterable = tree.clauses().get(open.size()).iterable();
        Value values = machine.evaluator().evaluate(iterable, frame);
        machine.at(iterable.span());
        open.add(machine.iterate(values));
        return false;
    }

    @Override
    public Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        found = false;
        return machine.evaluator().evaluate(tree.element(), frame);
    }
}
