package dev.cadwright.gateway.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When a job may run: fields that every request that starts one shares. */
public interface Scheduling {
    /** Jobs that have to succeed first; null for none. */
    List<UUID> after();

    /** Larger is claimed first; null for 0. */
    Integer priority();

    /** When the job fails unless it has ended; null for never. */
    Instant deadline();
}
