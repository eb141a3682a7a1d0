package dev.cadwright.neural.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cadwright.neural.process.Classification;

/** What a running training reports, in order; one JSON line each, named by {@code event}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainingEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = TrainingEvent.Prepared.class, name = "prepared"),
    @JsonSubTypes.Type(value = TrainingEvent.Step.class, name = "step"),
    @JsonSubTypes.Type(value = TrainingEvent.Evaluated.class, name = "evaluated"),
    @JsonSubTypes.Type(value = TrainingEvent.Checkpointed.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = TrainingEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = TrainingEvent.Failed.class, name = "failed")
})
public sealed interface TrainingEvent {
    /** @param resumed_from the step that the attempt starts after; 0 for a fresh run */
    record Started(String run, long parameters, long trainable, long steps, long resumed_from, String precision)
            implements TrainingEvent {}

    /**
     * What became of the texts that are learnt.
     *
     * @param rows into which the samples are packed
     * @param learnt tokens whose prediction counts
     * @param truncated samples that were too long
     * @param dropped samples that had nothing to learn in what was left of them
     */
    record Prepared(long samples, long rows, long tokens, long learnt, long truncated, long dropped)
            implements TrainingEvent {}

    /**
     * @param steps of the whole run; 0 while a training by the clock does not know its speed yet
     * @param tokens target tokens seen since step 0
     * @param resident_bytes memory of the process, 0 where the system does not say
     */
    record Step(
            long step,
            long steps,
            double epoch,
            double loss,
            double grad_norm,
            double lr,
            long tokens,
            double tokens_per_second,
            double samples_per_second,
            double seconds_left,
            long resident_bytes)
            implements TrainingEvent {}

    /** @param accuracy share of target tokens that the model ranks first */
    record Evaluated(long step, double loss, double accuracy, boolean best) implements TrainingEvent {}

    /** @param manifest SHA-256 of the checkpoint's manifest */
    record Checkpointed(String path, long step, String manifest) implements TrainingEvent {}

    /**
     * @param checkpoint the last checkpoint
     * @param best the checkpoint with the lowest validation loss, as a model folder
     * @param reason {@code completed}, {@code stopped} or {@code early_stopping}
     */
    record Finished(String run, String checkpoint, String best, long step, String reason) implements TrainingEvent {}

    record Failed(String code, String message, Classification classification) implements TrainingEvent {}
}
