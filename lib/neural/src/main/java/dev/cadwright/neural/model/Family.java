package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;

/** How the models of one {@code model_type} are built of their weights. */
interface Family {
    /** What the {@code model_type} is. */
    List<String> names();

    Model build(ModelParts parts, Weights weights, Configuration configuration);

    /** Other beginnings of names that checkpoints of this family have. */
    default List<KeyNames.Rename> renames() {
        // A checkpoint of the model without its head leaves out the first part.
        return List.of(new KeyNames.Rename("model.", ""));
    }
}
