package dev.cadwright.neural.train;

import dev.cadwright.neural.process.Classification;

/** How one attempt of a training, in its own process, came to an end. */
public sealed interface TrainingOutcome {
    record Finished(TrainingEvent.Finished event) implements TrainingOutcome {}

    /** The process said why it gave up, or broke the protocol. */
    record Failed(String code, String message, Classification classification) implements TrainingOutcome {}

    /**
     * The process died without a word.
     *
     * @param exit the exit status, above 128 for a signal
     * @param signal the signal's name, or {@code exit} for a plain status
     * @param log the last lines it wrote to standard error
     */
    record Died(int exit, String signal, Classification classification, String log) implements TrainingOutcome {}
}
