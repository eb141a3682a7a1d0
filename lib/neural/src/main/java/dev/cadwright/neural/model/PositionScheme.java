package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.Rotary;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.Optional;

/** How a decoder knows where a token stands. */
sealed interface PositionScheme {
    /** What is added to the embeddings [batch, time, width]. */
    NDArray enter(NDArray embeddings, NDArray positions);

    /** By what queries and keys are turned. */
    Optional<Rotary> tables(NDArray positions, ScalarType type);

    /** What is added to the scores [1, heads, time, past + time], owned by the manager of {@code like}. */
    default Optional<NDArray> bias(NDArray like, int past, int time) {
        return Optional.empty();
    }

    /**
     * A learned bias of each distance, near ones apart and far ones in logarithmic buckets (Raffel et al., 2020).
     *
     * @param table [buckets, heads]
     * @param bothWays whether what comes later counts too
     */
    record Relative(Operations ops, NDArray table, boolean bothWays, int farthest) implements PositionScheme {
        @Override
        public NDArray enter(NDArray embeddings, NDArray positions) {
            return embeddings;
        }

        @Override
        public Optional<Rotary> tables(NDArray positions, ScalarType type) {
            return Optional.empty();
        }

        @Override
        public Optional<NDArray> bias(NDArray like, int past, int time) {
            return Optional.of(ops.relativeBias(like, table, past, time, bothWays, farthest));
        }
    }

    /** A learned embedding of each position. */
    record Learned(Operations ops, NDArray table) implements PositionScheme {
        @Override
        public NDArray enter(NDArray embeddings, NDArray positions) {
            try (NDArray rows = ops.embedding(positions, table)) {
                return ops.add(embeddings, rows);
            }
        }

        @Override
        public Optional<Rotary> tables(NDArray positions, ScalarType type) {
            return Optional.empty();
        }
    }

    /** Queries and keys are turned by their positions. */
    record Turned(Operations ops, RotaryParameters parameters, NDArray frequencies) implements PositionScheme {
        static Turned of(Weights weights, RotaryParameters parameters) {
            NDManager manager = weights.manager();
            float[] frequencies = RotaryFrequencies.of(parameters, weights.ops(), manager, 0);
            return new Turned(weights.ops(), parameters, manager.create(frequencies));
        }

        @Override
        public NDArray enter(NDArray embeddings, NDArray positions) {
            return embeddings;
        }

        @Override
        public Optional<Rotary> tables(NDArray positions, ScalarType type) {
            if (!parameters.sections().isEmpty()) {
                return Optional.of(ops.rotary(sectioned(positions), frequencies, sections(), type));
            }
            return Optional.of(
                    switch (parameters.scaling()) {
                        case RotaryParameters.Scaling.Dynamic _ -> dynamic(positions, type);
                        case RotaryParameters.Scaling.Yarn yarn ->
                            ops.rotary(positions, frequencies, yarn.attention(), type);
                        case RotaryParameters.Scaling.None _,
                                RotaryParameters.Scaling.Linear _,
                                RotaryParameters.Scaling.Llama3 _ -> ops.rotary(positions, frequencies, 1, type);
                    });
        }

        private Rotary dynamic(NDArray positions, ScalarType type) {
            long longest = positions.max().getLong() + 1;
            NDManager owner = positions.getManager();
            NDArray grown = owner.create(RotaryFrequencies.of(parameters, ops, owner, longest));
            return ops.rotary(positions, grown, 1, type);
        }

        /** Text stands at the same place in every dimension. */
        private NDArray sectioned(NDArray positions) {
            return positions.getShape().dimension() == 3
                    ? positions
                    : positions.expandDims(0).repeat(0, parameters.sections().size());
        }

        private long[] sections() {
            return parameters.sections().stream().mapToLong(Integer::longValue).toArray();
        }
    }
}
