package dev.cadwright.kernel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers programs that cost workers their life. Who has killed two within the same budget gets the same outcome again
 * at once. It remembers the thousand latest.
 */
final class Quarantine {
    private static final int DEATHS = 2;
    private static final int LARGEST = 1000;

    private final Map<Key, Case> cases = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Case> eldest) {
            return size() > LARGEST;
        }
    };

    /** @param program equal for the same program */
    record Key(Object program, Budget budget) {}

    private record Case(int deaths, Execution last) {}

    /** The outcome of a program that must not run again. */
    synchronized Optional<Execution> verdict(Key key) {
        Case known = cases.isEmpty() ? null : cases.get(key);
        return known == null || known.deaths() < DEATHS ? Optional.empty() : Optional.of(known.last());
    }

    /** Notes how an execution ended; only those count that ended a worker. */
    synchronized void note(Key key, Execution execution) {
        withoutTime(execution)
                .ifPresent(outcome -> cases.merge(
                        key, new Case(1, outcome), (before, now) -> new Case(before.deaths() + 1, now.last())));
    }

    private static Optional<Execution> withoutTime(Execution execution) {
        return switch (execution) {
            case Execution.Crashed(var signal, var _) -> Optional.of(new Execution.Crashed(signal, Duration.ZERO));
            case Execution.TimedOut(var budget, var _) -> Optional.of(new Execution.TimedOut(budget, Duration.ZERO));
            case Execution.Exhausted(var budget, var fault, var _) ->
                fault.code().equals("memory")
                        ? Optional.of(new Execution.Exhausted(budget, fault, Duration.ZERO))
                        : Optional.empty();
            case Execution.Solid _,
                    Execution.Loose _,
                    Execution.Invalid _,
                    Execution.Rejected _,
                    Execution.NoResult _ -> Optional.empty();
        };
    }
}
