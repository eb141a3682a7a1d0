package dev.cadwright.metrics;

/** Scores a prediction against the truth by fixed definitions. Safe for several threads. */
public interface Protocol {
    ProtocolDefinition definition();

    /**
     * The score of one prediction. The same sample name, shapes and seed give the same numbers.
     *
     * @param sample the sample's name; it also varies the random points from sample to sample
     */
    Score score(String sample, Shape prediction, Shape truth);
}
