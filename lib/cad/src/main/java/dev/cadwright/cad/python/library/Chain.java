package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.Iterator;
import java.util.List;

/** {@code itertools.chain}. */
final class Chain {
    static final HostType TYPE = HostType.named("itertools.chain", IteratorValue.class)
            .instances(value -> value instanceof IteratorValue iterator
                    && iterator.typeName().equals("itertools.chain"))
            .constructor("*iterables", call -> of(call.rest("iterables").iterator(), call))
            .staticMethod("from_iterable", "iterable, /", Chain::fromIterable)
            .build();

    private Chain() {}

    private static Value fromIterable(Arguments call) {
        return of(call.runtime().iterate(call.at(0)), call);
    }

    private static Value of(Iterator<Value> iterables, Arguments call) {
        Runtime runtime = call.runtime();
        return IterToolsModule.lazy("chain", new Pulled() {
            private Iterator<Value> current = List.<Value>of().iterator();

            @Override
            Value pull() {
                while (!current.hasNext()) {
                    if (!iterables.hasNext()) {
                        return null;
                    }
                    current = runtime.iterate(iterables.next());
                }
                return current.next();
            }
        });
    }
}
