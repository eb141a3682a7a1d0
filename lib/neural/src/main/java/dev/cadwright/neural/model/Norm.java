package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.tensor.Operations;

/** A normalisation of the last dimension. */
interface Norm {
    NDArray apply(NDArray x);

    /** Root-mean-square normalisation; see {@link Operations#rmsNorm}. */
    record Rms(Operations ops, NDArray weight, double epsilon, double offset) implements Norm {
        static Rms of(Weights weights, String name, double epsilon) {
            return new Rms(weights.ops(), weights.at(name).tensor("weight"), epsilon, 0);
        }

        @Override
        public NDArray apply(NDArray x) {
            return ops.rmsNorm(x, weight, epsilon, offset);
        }
    }

    /** Layer normalisation with a bias. */
    record Layer(Operations ops, NDArray weight, NDArray bias, double epsilon) implements Norm {
        static Layer of(Weights weights, String name, double epsilon) {
            Weights at = weights.at(name);
            return new Layer(weights.ops(), at.tensor("weight"), at.tensor("bias"), epsilon);
        }

        @Override
        public NDArray apply(NDArray x) {
            return ops.layerNorm(x, weight, bias, epsilon);
        }
    }
}
