package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.TorchModule;
import java.util.ArrayList;
import java.util.List;

/**
 * AdamW (Loshchilov and Hutter, 2019), fused, with weight decay on matrices only; for chosen matrices Muon (Jordan and
 * others, 2024) with the update scale of Liu and others (2025), which takes momentum and makes its matrix orthogonal by
 * five Newton-Schulz iterations. The moments are kept in the order of the parameters; Muon uses the first only.
 */
final class Optimizer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.95;
    private static final double EPSILON = 1e-8;
    private static final double MUON_MOMENTUM = 0.95;
    /** Orthogonal updates bear a higher rate than AdamW's; one rate in the configuration serves both. */
    private static final double MUON_RATE = 3;

    private final TorchModule ops;
    private final NDManager manager;
    private final List<NDArray> parameters;
    private final List<NDArray> firstMoments = new ArrayList<>();
    private final List<NDArray> secondMoments = new ArrayList<>();
    private final List<NDArray> steps = new ArrayList<>();
    private final double decay;
    private final Precision precision;
    private final List<Boolean> muon;
    private List<NDArray> gradients = List.of();

    /** @param step how many steps were taken before */
    Optimizer(
            NDManager manager,
            TorchModule ops,
            List<NDArray> parameters,
            List<Boolean> muon,
            double decay,
            Precision precision,
            long step) {
        this.precision = precision;
        this.muon = muon;
        this.manager = manager;
        this.ops = ops;
        this.parameters = List.copyOf(parameters);
        this.decay = decay;
        for (NDArray parameter : parameters) {
            parameter.setRequiresGradient(true);
            firstMoments.add(manager.zeros(parameter.getShape()));
            secondMoments.add(manager.zeros(parameter.getShape()));
            steps.add(manager.create((float) step));
        }
    }

    List<NDArray> firstMoments() {
        return firstMoments;
    }

    List<NDArray> secondMoments() {
        return secondMoments;
    }

    /** Clips the gradients' global norm, updates the parameters, zeroes the gradients, and returns the norm. */
    double step(double rate, double maxNorm) {
        if (gradients.isEmpty()) {
            // A gradient keeps its storage from here on: it is added to and zeroed in place.
            gradients = parameters.stream().map(NDArray::getGradient).toList();
            gradients.forEach(gradient -> gradient.attach(manager));
        }
        double norm;
        try (NDArray length = ops.array(manager, "clip", gradients, maxNorm)) {
            norm = length.getFloat();
        }
        update(true, rate);
        update(false, rate);
        orthogonal(rate);
        ops.run("zero", gradients);
        return norm;
    }

    private void orthogonal(double rate) {
        List<List<NDArray>> group = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < parameters.size(); i++) {
            if (muon.get(i)) {
                group.get(0).add(parameters.get(i));
                group.get(1).add(gradients.get(i));
                group.get(2).add(firstMoments.get(i));
            }
        }
        if (!group.get(0).isEmpty()) {
            ops.run(
                    "muon",
                    group.get(0),
                    group.get(1),
                    group.get(2),
                    MUON_RATE * rate,
                    MUON_MOMENTUM,
                    decay,
                    precision.torchType());
        }
    }

    private void update(boolean matrices, double rate) {
        List<List<NDArray>> group =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < parameters.size(); i++) {
            if (!muon.get(i) && parameters.get(i).getShape().dimension() > 1 == matrices) {
                group.get(0).add(parameters.get(i));
                group.get(1).add(gradients.get(i));
                group.get(2).add(firstMoments.get(i));
                group.get(3).add(secondMoments.get(i));
                group.get(4).add(steps.get(i));
            }
        }
        if (!group.get(0).isEmpty()) {
            ops.run(
                    "adamw",
                    group.get(0),
                    group.get(1),
                    group.get(2),
                    group.get(3),
                    group.get(4),
                    rate,
                    BETA1,
                    BETA2,
                    matrices ? decay : 0.0,
                    EPSILON);
        }
    }
}
