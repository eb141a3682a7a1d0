package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.kernels.DecoderPlan;
import dev.cadwright.neural.kernels.StoredWeight;
import dev.cadwright.neural.kernels.StoredWeight.Numbers;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.AttentionShape;
import dev.cadwright.neural.tensor.ForeignTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decoder looks like to the compiled kernels. They know one plan, that of {@link LlamaLike}; a decoder that has
 * any other part, or a weight that does not lie in memory as they read it (such as one with an adapter), has no plan.
 */
final class CompiledPlan {
    /** Ends the attempt; never leaves this class. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unknown() {
            super("no plan", null, false, false);
        }
    }

    private CompiledPlan() {}

    static Optional<DecoderPlan> of(Decoder decoder) {
        try {
            return Optional.of(plan(decoder));
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private static DecoderPlan plan(Decoder decoder) {
        if (!(decoder.positions() instanceof PositionScheme.Turned turned)
                || !(decoder.norm() instanceof Norm.Rms norm)
                || decoder.headScale() != 1
                || decoder.layers().isEmpty()) {
            throw new Unknown();
        }
        List<DecoderPlan.Layer> layers = new ArrayList<>();
        for (Layer layer : decoder.layers()) {
            layers.add(layer(layer, norm));
        }
        Layer.PreNorm first = (Layer.PreNorm) decoder.layers().getFirst();
        AttentionShape shape = first.attention().shape();
        int size = decoder.cache().getFirst().size();
        if (!allAlike(decoder, shape, ((FeedForward.Gated) first.feedForward()).activation(), size)) {
            throw new Unknown();
        }
        return new DecoderPlan(
                StoredWeight.Format.of(decoder.type()).orElseThrow(Unknown::new),
                StoredWeight.of(decoder.embedding(), Optional.empty()).orElseThrow(Unknown::new),
                weight(decoder.head()),
                numbers(norm.weight()),
                layers,
                ForeignTensors.memory(turned.frequencies()),
                shape.heads(),
                shape.keyValueHeads(),
                size,
                ((FeedForward.Gated) first.feedForward()).activation(),
                decoder.embeddingScale(),
                norm.offset(),
                norm.epsilon(),
                shape.scale(),
                rotaryScale(turned));
    }

    private static boolean allAlike(Decoder decoder, AttentionShape shape, Activation activation, int size) {
        return decoder.layers().stream()
                .map(layer -> (Layer.PreNorm) layer)
                .allMatch(layer -> layer.attention().shape().heads() == shape.heads()
                        && layer.attention().shape().keyValueHeads() == shape.keyValueHeads()
                        && layer.attention().shape().scale() == shape.scale()
                        && layer.attention().shape().causal()
                        && ((FeedForward.Gated) layer.feedForward()).activation() == activation
                        && layer.attention().projections() instanceof SelfAttention.QueryKeyValue.Separate separate
                        && separate.query().outputs() == (long) shape.heads() * size
                        && separate.value().outputs() == (long) shape.keyValueHeads() * size);
    }

    private static double rotaryScale(PositionScheme.Turned turned) {
        return switch (turned.parameters().scaling()) {
            case RotaryParameters.Scaling.Yarn yarn -> yarn.attention();
            case RotaryParameters.Scaling.None _,
                    RotaryParameters.Scaling.Linear _,
                    RotaryParameters.Scaling.Llama3 _ -> 1;
            case RotaryParameters.Scaling.Dynamic _ -> throw new Unknown();
        };
    }

    private static DecoderPlan.Layer layer(Layer layer, Norm.Rms like) {
        if (!(layer instanceof Layer.PreNorm block)
                || !(block.attention().projections() instanceof SelfAttention.QueryKeyValue.Separate projections)
                || !(block.feedForward() instanceof FeedForward.Gated feedForward)) {
            throw new Unknown();
        }
        List<NDArray> headNorms = block.attention().shape().norms();
        if (!headNorms.isEmpty() && block.attention().shape().normEpsilon() != like.epsilon()) {
            throw new Unknown();
        }
        return new DecoderPlan.Layer(
                norm(block.attentionNorm(), like),
                norm(block.feedForwardNorm(), like),
                headNorms.isEmpty() ? Numbers.NONE : numbers(headNorms.getFirst()),
                headNorms.isEmpty() ? Numbers.NONE : numbers(headNorms.getLast()),
                weight(projections.query()),
                weight(projections.key()),
                weight(projections.value()),
                weight(block.attention().output()),
                weight(feedForward.gate()),
                weight(feedForward.up()),
                weight(feedForward.down()),
                block.attention().window());
    }

    private static Numbers norm(Norm norm, Norm.Rms like) {
        if (!(norm instanceof Norm.Rms rms) || rms.epsilon() != like.epsilon() || rms.offset() != like.offset()) {
            throw new Unknown();
        }
        return numbers(rms.weight());
    }

    private static Numbers numbers(NDArray array) {
        return Numbers.of(array).orElseThrow(Unknown::new);
    }

    private static StoredWeight weight(Linear linear) {
        return linear.storedWeight().orElseThrow(Unknown::new);
    }
}
