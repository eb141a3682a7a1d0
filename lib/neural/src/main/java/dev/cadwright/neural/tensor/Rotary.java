package dev.cadwright.neural.tensor;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Cosines and sines of positions: [batch, 1, time, turned dimensions]. */
public record Rotary(NDArray cosines, NDArray sines) {
    List<NDArray> tables() {
        return List.of(cosines, sines);
    }
}
