package dev.cadwright.neural.kernels;

import dev.cadwright.neural.kernels.StoredWeight.Numbers;
import dev.cadwright.neural.tensor.Activation;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * All that one step of a decoder needs to know: layers of rotary attention and a gated feed-forward part, each behind a
 * root-mean-square norm.
 *
 * @param type of the cache: SINGLE computes in single precision; BRAIN may round inputs of products to bf16
 * @param embedding floating-point, not quantised
 * @param frequencies angles by which a position turns each pair, single precision; half as many as turned dimensions
 * @param attentionScale of the scores
 * @param rotaryScale of cosines and sines
 */
public record DecoderPlan(
        StoredWeight.Format type,
        StoredWeight embedding,
        StoredWeight head,
        Numbers norm,
        List<Layer> layers,
        MemorySegment frequencies,
        int heads,
        int keyHeads,
        int headSize,
        Activation activation,
        double embeddingScale,
        double normOffset,
        double normEpsilon,
        double attentionScale,
        double rotaryScale) {
    /**
     * One layer.
     *
     * @param queryNorm of each head, or {@link Numbers#NONE}
     * @param window how far it looks back; 0 for all
     */
    public record Layer(
            Numbers attentionNorm,
            Numbers feedForwardNorm,
            Numbers queryNorm,
            Numbers keyNorm,
            StoredWeight query,
            StoredWeight key,
            StoredWeight value,
            StoredWeight output,
            StoredWeight gate,
            StoredWeight up,
            StoredWeight down,
            int window) {
        List<StoredWeight> weights() {
            return List.of(query, key, value, output, gate, up, down);
        }
    }

    public DecoderPlan {
        layers = List.copyOf(layers);
    }

    /** The same decoder with another head. */
    public DecoderPlan withHead(StoredWeight changed) {
        return new DecoderPlan(
                type,
                embedding,
                changed,
                norm,
                layers,
                frequencies,
                heads,
                keyHeads,
                headSize,
                activation,
                embeddingScale,
                normOffset,
                normEpsilon,
                attentionScale,
                rotaryScale);
    }

    public int turned() {
        return Math.toIntExact(2 * frequencies.byteSize() / Float.BYTES);
    }

    /** Bytes of weights that one step reads. */
    public long bytes() {
        return head.bytes()
                + layers.stream()
                        .flatMap(layer -> layer.weights().stream())
                        .mapToLong(StoredWeight::bytes)
                        .sum();
    }
}
