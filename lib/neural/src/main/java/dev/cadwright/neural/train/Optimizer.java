package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.parallel.Collective;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.OpArchive;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.TorchModule;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter, 2019), fused; for chosen matrices Muon (Jordan and others, 2024) with the update scale
 * of Liu and others (2025), which takes momentum and makes its matrix orthogonal by five Newton-Schulz iterations. The
 * moments are kept in the order of the parameters; Muon uses the first only.
 */
final class Optimizer implements AutoCloseable {
    private static final double MUON_MOMENTUM = 0.95;
    /** Orthogonal updates bear a higher rate than AdamW's; one rate in the configuration serves both. */
    private static final double MUON_RATE = 3;

    private final NDManager manager;
    private final TorchModule ops;
    private final Course course;
    private final Precision precision;
    private final List<Parameter> parameters;
    private final List<NDArray> firstMoments = new ArrayList<>();
    private final List<NDArray> secondMoments = new ArrayList<>();
    private final List<NDArray> steps = new ArrayList<>();
    private List<NDArray> gradients = List.of();

    /**
     * @param decay decoupled weight decay of this one
     * @param orthogonal updated by Muon
     */
    record Parameter(String name, NDArray array, double decay, boolean orthogonal) {}

    /** @param step how many steps were taken before */
    Optimizer(NDManager manager, List<Parameter> parameters, Course course, Precision precision, long step) {
        this.manager = manager;
        this.ops = TorchModule.load(manager, OpArchive.ofResource(Optimizer.class, "optimizer.torchscript"));
        this.parameters = List.copyOf(parameters);
        this.course = course;
        this.precision = precision;
        for (Parameter parameter : parameters) {
            parameter.array().setRequiresGradient(true);
            firstMoments.add(manager.zeros(parameter.array().getShape()));
            secondMoments.add(manager.zeros(parameter.array().getShape()));
            steps.add(manager.create((float) step));
        }
    }

    /**
     * Gives every parameter a gradient of zeros. One that a batch does not reach would have none, and one that it gets
     * later would not be the one that is cleared.
     */
    void beginGradients() {
        TorchRuntime.recordGradients(true);
        for (Parameter parameter : parameters) {
            try (NDArray nothing = ops.array(manager, "nothing", parameter.array());
                    NDArray one = manager.ones(new Shape())) {
                JniUtils.backward((PtNDArray) nothing, (PtNDArray) one, false, false);
            }
        }
        TorchRuntime.recordGradients(false);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<NDArray> firstMoments() {
        return firstMoments;
    }

    List<NDArray> secondMoments() {
        return secondMoments;
    }

    /**
     * Sums the gradients over the team, clips their global norm, updates the parameters, zeroes the gradients, and
     * returns the norm.
     */
    double step(double rate, Collective team) {
        if (team.size() > 1) {
            team.sum(gradients().stream().map(ForeignTensors::memory).toList());
        }
        double norm;
        try (NDArray length = ops.array(manager, "clip", gradients(), course.maxGradNorm())) {
            norm = length.getFloat();
        }
        update(rate);
        orthogonal(rate);
        ops.run("zero", gradients);
        return norm;
    }

    private List<NDArray> gradients() {
        if (gradients.isEmpty()) {
            // A gradient keeps its storage from here on: it is added to and zeroed in place.
            gradients = parameters.stream().map(p -> p.array().getGradient()).toList();
            gradients.forEach(gradient -> gradient.attach(manager));
        }
        return gradients;
    }

    private void update(double rate) {
        Map<Double, List<List<NDArray>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!parameter.orthogonal()) {
                List<List<NDArray>> group = groups.computeIfAbsent(parameter.decay(), _ -> lists(5));
                group.get(0).add(parameter.array());
                group.get(1).add(gradients.get(i));
                group.get(2).add(firstMoments.get(i));
                group.get(3).add(secondMoments.get(i));
                group.get(4).add(steps.get(i));
            }
        }
        groups.forEach((decay, group) -> ops.run(
                "adamw",
                group.get(0),
                group.get(1),
                group.get(2),
                group.get(3),
                group.get(4),
                rate,
                course.beta1(),
                course.beta2(),
                decay,
                course.epsilon()));
    }

    private void orthogonal(double rate) {
        List<List<NDArray>> group = lists(3);
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).orthogonal()) {
                group.get(0).add(parameters.get(i).array());
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
                    course.weightDecay(),
                    precision.torchType());
        }
    }

    private static List<List<NDArray>> lists(int count) {
        List<List<NDArray>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    @Override
    public void close() {
        ops.close();
    }
}
