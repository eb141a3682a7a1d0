package dev.cadwright.neural.train;

import dev.cadwright.neural.tensor.Precision;
import java.util.List;
import java.util.Optional;

/** What a run trains, and on what. */
interface Subject<B extends Batch> {
    /** The tensors at the start, or those of a checkpoint. */
    Trainee<B> trainee(Precision precision, Optional<CheckpointStore.Saved> checkpoint);

    BatchSource<B> training();

    /** What became of the texts that were read for it. */
    default Optional<TrainingEvent.Prepared> prepared() {
        return Optional.empty();
    }

    /** What the loss is measured on; always the same. */
    List<B> validation();
}
