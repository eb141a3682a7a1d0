package dev.cadwright.hub.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which answers go wrong, and how often. */
final class Faults {
    private record Rule(Predicate<SeenRequest> when, AtomicInteger left, Fault fault) {}

    private final List<Rule> rules = new ArrayList<>();

    synchronized void add(Predicate<SeenRequest> when, int times, Fault fault) {
        rules.add(new Rule(when, new AtomicInteger(times), fault));
    }

    synchronized void clear() {
        rules.clear();
    }

    synchronized Optional<Fault> of(SeenRequest request) {
        return rules.stream()
                .filter(rule -> rule.left().get() > 0 && rule.when().test(request))
                .findFirst()
                .map(rule -> {
                    rule.left().decrementAndGet();
                    return rule.fault();
                });
    }
}
