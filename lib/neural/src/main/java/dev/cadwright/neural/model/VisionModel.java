package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An encoder of images. */
public final class VisionModel implements Model {
    private final ModelParts parts;
    private final VisionTower tower;
    private final Optional<PoolingHead> head;

    VisionModel(ModelParts parts, VisionTower tower, Optional<PoolingHead> head) {
        this.parts = parts;
        this.tower = tower;
        this.head = head;
    }

    /** @param images [batch, channels, height, width], normalised */
    public VisionOutput forward(NDArray images) {
        List<NDArray> states = tower.states(images);
        NDArray last = tower.last(states.getLast());
        Optional<NDArray> pooled =
                switch (tower.pooling()) {
                    case TOKEN -> Optional.of(tower.after().apply(ops().first(last)));
                    case NORMALISED -> head.map(h -> h.apply(last));
                };
        return new VisionOutput(last, states, pooled);
    }

    @Override
    public Configuration configuration() {
        return parts.configuration();
    }

    @Override
    public Modules modules() {
        return parts.modules();
    }

    @Override
    public Operations ops() {
        return parts.ops();
    }

    @Override
    public NDManager manager() {
        return parts.manager();
    }

    @Override
    public ScalarType type() {
        return parts.options().type();
    }

    @Override
    public Path folder() {
        return parts.checkpoint().folder();
    }

    @Override
    public void close() {
        parts.close();
    }
}
