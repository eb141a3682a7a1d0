package dev.cadwright.contracts;

import java.util.ArrayList;
import java.util.List;

/** Names of the Kafka topics. */
public final class Topics {
    /** Every event of every job, keyed by job id. */
    public static final String JOB_EVENTS = "cadwright.job.events";

    /** The services that run jobs. */
    public static final List<String> SERVICES = List.of("dataset", "render", "training", "inference", "benchmark");

    private Topics() {}

    /** Commands for one service, keyed by job id. */
    public static String commands(String service) {
        return "cadwright." + service + ".commands";
    }

    /** Where records of a topic go that cannot be read. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }

    /** All topics of an installation. */
    public static List<String> all() {
        List<String> topics = new ArrayList<>(List.of(JOB_EVENTS, deadLetters(JOB_EVENTS)));
        for (String service : SERVICES) {
            topics.add(commands(service));
            topics.add(deadLetters(commands(service)));
        }
        return List.copyOf(topics);
    }
}
