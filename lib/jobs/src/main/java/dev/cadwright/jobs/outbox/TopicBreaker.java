package dev.cadwright.jobs.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Remembers which topics cannot be reached. After a failure a topic is suspended, twice as long each time up to thirty
 * seconds; then one message may probe it. Used by one thread.
 */
final class TopicBreaker {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private record Suspension(long until, Duration length) {}

    private final LongSupplier nanoTime;
    private final Map<String, Suspension> suspensions = new HashMap<>();

    TopicBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** True if this is the first failure since it worked. */
    boolean failed(String topic) {
        long now = nanoTime.getAsLong();
        Suspension before = suspensions.get(topic);
        if (before != null && before.until() - now > 0) {
            return false; // One outage fails many messages at once; it counts once.
        }
        Duration length = before == null ? FIRST : before.length().multipliedBy(2);
        if (length.compareTo(LONGEST) > 0) {
            length = LONGEST;
        }
        suspensions.put(topic, new Suspension(now + length.toNanos(), length));
        return before == null;
    }

    void succeeded(String topic) {
        suspensions.remove(topic);
    }

    Set<String> suspended() {
        return suspensions.keySet();
    }

    /** Suspended topics that may be probed now; asking extends the suspension, so that one probe is made at a time. */
    List<String> due() {
        long now = nanoTime.getAsLong();
        List<String> due = suspensions.entrySet().stream()
                .filter(entry -> entry.getValue().until() - now <= 0)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(topic -> suspensions.computeIfPresent(
                topic,
                (name, suspension) -> new Suspension(now + suspension.length().toNanos(), suspension.length())));
        return due;
    }
}
