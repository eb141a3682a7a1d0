package dev.cadwright.neural.model;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;

/** A model read from a folder. Closing it ends its weights and the mapping of its files. */
public sealed interface Model extends AutoCloseable permits CausalModel, EncoderDecoderModel, VisionModel {
    /** The whole {@code config.json}. */
    Configuration configuration();

    /** Parameters and linear layers by name. */
    Modules modules();

    Operations ops();

    /** The manager of the model's own arrays, on whose device they are. */
    NDManager manager();

    /** What the model computes in. */
    ScalarType type();

    /** Where it was read. */
    Path folder();

    @Override
    void close();
}
