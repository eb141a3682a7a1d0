package dev.cadwright.jobs.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of the job library. */
@ConfigMapping(prefix = "cadwright.jobs")
public interface JobsConfig {
    /** Name of this service: the first word of its kinds, and of its command topic. */
    String service();

    /** How long one statement may take, or getting a connection. */
    @WithDefault("10s")
    Duration databasePatience();

    Worker worker();

    Gateway gateway();

    Topics topics();

    /** Topics that are missing when the service starts. */
    interface Topics {
        @WithDefault("true")
        boolean create();

        @WithDefault("4")
        int partitions();
    }

    /** The side that owns the API's jobs. */
    interface Gateway {
        /** Read when the application is built. */
        @WithDefault("false")
        boolean enabled();

        /** How often a follower looks for events that another replica recorded. */
        @WithDefault("1s")
        Duration poll();
    }

    /** The side that runs jobs. */
    interface Worker {
        /** Read when the application is built. */
        @WithDefault("false")
        boolean enabled();

        /** Units that run at once in this replica. */
        @WithDefault("2")
        int slots();

        /** How long a claim lasts without a heartbeat. */
        @WithDefault("20s")
        Duration lease();

        @WithDefault("4s")
        Duration heartbeat();

        /** How long before the end of its lease an attempt stops to trust it. */
        @WithDefault("3s")
        Duration margin();

        /** How often leases that ran out, and deadlines, are looked for. */
        @WithDefault("4s")
        Duration scan();

        /** How often units that other replicas left are looked for. */
        @WithDefault("1s")
        Duration poll();

        /** Time that an attempt has to end by itself once it was told to stop. */
        @WithDefault("8s")
        Duration grace();

        /** Shortest time between two progress events of one job. */
        @WithDefault("1s")
        Duration progressInterval();

        /** Delay before the second attempt; doubles with each further one. */
        @WithDefault("1s")
        Duration firstBackoff();

        @WithDefault("60s")
        Duration longestBackoff();
    }
}
