package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.MaskShape;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An encoder that reads a text and a decoder that writes another. */
public final class EncoderDecoderModel implements Model {
    private final ModelParts parts;
    private final NDArray embedding;
    private final Encoder encoder;
    private final PositionScheme encoderPositions;
    private final Norm encoderNorm;
    private final Decoder decoder;
    private final List<CrossAttention> crossings;
    private final long start;
    private final long padding;

    EncoderDecoderModel(
            ModelParts parts,
            NDArray embedding,
            Encoder encoder,
            PositionScheme encoderPositions,
            Norm encoderNorm,
            Decoder decoder,
            List<CrossAttention> crossings) {
        this.parts = parts;
        this.embedding = embedding;
        this.encoder = encoder;
        this.encoderPositions = encoderPositions;
        this.encoderNorm = encoderNorm;
        this.decoder = decoder;
        this.crossings = List.copyOf(crossings);
        this.padding = parts.configuration().integer("pad_token_id").orElse(0);
        this.start = parts.configuration().integer("decoder_start_token_id").orElse(padding);
    }

    /** What the encoder says about a text: its states [batch, length, width], and what the decoder keeps of them. */
    public static final class Encoded {
        private final NDArray lastHiddenState;
        private final CrossMemory memory;

        private Encoded(NDArray lastHiddenState, CrossMemory memory) {
            this.lastHiddenState = lastHiddenState;
            this.memory = memory;
        }

        public NDArray lastHiddenState() {
            return lastHiddenState;
        }
    }

    /**
     * Reads a text once; results belong to the manager of its tokens.
     *
     * @param ids [batch, length]
     * @param mask [batch, length], 0 where nothing is
     */
    public Encoded encode(NDArray ids, Optional<NDArray> mask) {
        Operations ops = ops();
        NDManager owner = ids.getManager();
        Optional<NDArray> hiding = mask.filter(Masks::hidesSomething);
        try (NDManager scope = owner.newSubManager()) {
            NDArray x = ops.embedding(ids, embedding);
            x.attach(scope);
            NDArray last =
                    encoderNorm.apply(encoder.states(x, hiding, Optional.empty(), Optional.of(encoderPositions), false)
                            .getLast());
            last.attach(owner);
            int length = Math.toIntExact(ids.getShape().get(1));
            Optional<NDArray> crossMask = hiding.map(padding ->
                    ops.mask(new MaskShape(Optional.of(padding), Optional.empty(), length - 1, 1, 0, false), last));
            return new Encoded(
                    last,
                    new CrossMemory(
                            crossings.stream().map(c -> c.remember(last)).toList(), crossMask));
        }
    }

    /** Runs the decoder over its own tokens, and writes to and advances the cache if there is one. */
    public CausalOutput decode(CausalInput input, Encoded encoded) {
        NDArray embeddings = input.embeddings().orElseGet(() -> decoder.embed(input.ids()));
        return decoder.run(
                input,
                embeddings,
                input.mask().filter(Masks::hidesSomething),
                input.positions().orElseGet(() -> Masks.counted(input)),
                Optional.of(encoded.memory));
    }

    /** What the decoder reads when it is to write these labels [batch, time]. */
    public NDArray decoderIds(NDArray labels) {
        return ops().shiftRight(labels, start, padding);
    }

    /** The token before the first that the decoder writes. */
    public long start() {
        return start;
    }

    /** An empty cache for so many rows of so many positions of the decoder. */
    public PreallocatedCache cache(NDManager owner, int rows, int capacity) {
        return new PreallocatedCache(owner, ops(), decoder.cache(), rows, capacity, type());
    }

    /** Tokens that the head tells apart. */
    public long vocabulary() {
        return decoder.head().outputs();
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
