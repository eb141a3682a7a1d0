package dev.cadwright.neural.model;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Operations;

/** What every model has: its configuration, its weights and their owner, the operations, and the names of it all. */
record ModelParts(
        NDManager manager,
        Operations ops,
        Checkpoint checkpoint,
        Configuration configuration,
        LoadOptions options,
        Modules modules,
        KeyNames names) {
    void close() {
        manager.close();
        ops.close();
        checkpoint.close();
    }
}
