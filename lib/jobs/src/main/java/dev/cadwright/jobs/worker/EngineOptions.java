package dev.cadwright.jobs.worker;

import java.time.Duration;

/**
 * How an engine runs.
 *
 * @param slots units that run at once
 * @param lease how long a claim lasts without a heartbeat
 * @param heartbeat time between heartbeats; several fit into a lease
 * @param margin how long before the end of its lease an attempt stops to trust it
 * @param scan time between looks for leases that ran out and for deadlines
 * @param poll time between looks for units that nobody told of
 * @param grace time that an attempt has to end once it was told to stop; after that it is killed
 * @param progressInterval shortest time between two progress events of one job
 */
public record EngineOptions(
        int slots,
        Duration lease,
        Duration heartbeat,
        Duration margin,
        Duration scan,
        Duration poll,
        Duration grace,
        Duration progressInterval) {
    public static final EngineOptions DEFAULTS = new EngineOptions(
            2,
            Duration.ofSeconds(20),
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofSeconds(8),
            Duration.ofSeconds(1));

    public EngineOptions {
        if (slots < 1) {
            throw new IllegalArgumentException("slots must be at least 1: " + slots);
        }
        if (heartbeat.multipliedBy(2).plus(margin).compareTo(lease) > 0) {
            throw new IllegalArgumentException("two heartbeats and the margin must fit into the lease: 2 × " + heartbeat
                    + " + " + margin + " > " + lease);
        }
    }
}
