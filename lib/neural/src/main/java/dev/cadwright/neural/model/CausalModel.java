package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A decoder that writes one token after another, with encoders of what may stand in place of tokens. */
public final class CausalModel implements Model {
    private final ModelParts parts;
    private final Decoder decoder;
    private final List<MediaEncoder> encoders;
    private final CompiledSteps steps;

    CausalModel(ModelParts parts, Decoder decoder, List<MediaEncoder> encoders) {
        this.parts = parts;
        this.decoder = decoder;
        this.encoders = List.copyOf(encoders);
        this.steps = new CompiledSteps(decoder, parts.modules());
    }

    /** Runs the decoder, and writes to and advances the cache if there is one. */
    public CausalOutput forward(CausalInput input) {
        MediaEncoder.Prompt prompt = prompt(input);
        NDArray positions = input.positions()
                .or(() -> fromMedia(input).map(PromptPositions::ids))
                .orElseGet(() -> Masks.counted(input));
        Optional<NDArray> mask = prompt.mask().filter(Masks::hidesSomething);
        return decoder.run(input, prompt.embeddings(), mask, positions, Optional.empty());
    }

    /**
     * Logits of what follows the last position of each row, in single precision [rows, 1, vocabulary], owned by the
     * manager of the input. One token over a {@link PreallocatedCache} takes one call of compiled kernels where they are
     * there and know the model; anything else is a {@link #forward} pass.
     */
    public NDArray next(CausalInput input) {
        return steps.next(input).orElseGet(() -> {
            CausalOutput output = forward(input.with(CausalInput.LogitsOf.LAST));
            output.lastHiddenState().close();
            try (NDArray logits = output.logits().orElseThrow()) {
                return ops().cast(logits, ScalarType.F32);
            }
        });
    }

    /** Whether compiled kernels took the last single token. */
    public boolean isCompiled() {
        return steps.isCompiled();
    }

    /**
     * The mean cross-entropy of the labels [batch, time] that are not -100, each predicted by what stands before it.
     *
     * @param mean over the labels that count; else their sum
     */
    public NDArray loss(CausalInput input, NDArray labels, boolean mean) {
        NDArray logits = forward(input.with(CausalInput.LogitsOf.ALL)).logits().orElseThrow();
        return ops().crossEntropy(logits, ops().shift(labels), mean);
    }

    /**
     * Adds the gradients of the summed cross-entropy times a factor, and returns that product, as {@link #loss} and a
     * pass back would. Instead of what the layers need for it, only what goes into each is kept, and the layers are
     * computed a second time.
     */
    public double backwardRecomputing(CausalInput input, NDArray labels, double factor) {
        TorchRuntime.recordGradients(false);
        MediaEncoder.Prompt prompt = prompt(input);
        NDArray positions = input.positions()
                .or(() -> fromMedia(input).map(PromptPositions::ids))
                .orElseGet(() -> Masks.counted(input));
        Optional<NDArray> mask = prompt.mask().filter(Masks::hidesSomething);
        Recomputation.Entry entry =
                new Recomputation.Entry(prompt.embeddings(), () -> prompt(input).embeddings());
        return new Recomputation(decoder, input, entry, mask, positions).backward(labels, factor);
    }

    /** Embeddings of tokens [batch, time], as the decoder would make them: [batch, time, width]. */
    public NDArray embed(NDArray ids) {
        return decoder.embed(ids);
    }

    /** An empty cache for so many rows of so many positions. */
    public PreallocatedCache cache(NDManager owner, int rows, int capacity) {
        return new PreallocatedCache(owner, ops(), decoder.cache(), rows, capacity, type());
    }

    /** Bytes that a cache takes for one position of one row. */
    public long cacheBytes() {
        return decoder.cache().stream()
                .mapToLong(layer ->
                        2L * layer.heads() * layer.size() * type().stored().bytes())
                .sum();
    }

    public int layers() {
        return decoder.layers().size();
    }

    public long width() {
        return decoder.embedding().getShape().get(1);
    }

    /** Tokens that have an embedding. */
    public long embeddings() {
        return decoder.embedding().getShape().get(0);
    }

    /** Tokens that the head tells apart. */
    public long vocabulary() {
        return decoder.head().outputs();
    }

    /**
     * Where the tokens of a prompt stand when more is to be written behind it: padding does not count, and images count
     * as their family has it. A forward pass of a row with the wrong positions is not an error; it is another text.
     */
    public PromptPositions positions(CausalInput prompt) {
        return fromMedia(prompt).orElseGet(() -> Masks.visible(prompt));
    }

    /** How images stand in the text, if the model sees and all images take the same room. */
    public Optional<ImageTokens> imageTokens() {
        return encoders.stream().flatMap(encoder -> encoder.tokens().stream()).findFirst();
    }

    private Optional<PromptPositions> fromMedia(CausalInput input) {
        return encoders.stream()
                .flatMap(encoder -> encoder.positions(input).stream())
                .findFirst();
    }

    /** An image's token that is in no vocabulary is read as the first that is, until the image replaces it. */
    private NDArray known(NDArray ids) {
        boolean unknown = imageTokens().filter(images -> images.token() < 0).isPresent();
        return unknown ? ids.maximum(0) : ids;
    }

    private MediaEncoder.Prompt prompt(CausalInput input) {
        NDArray embeddings = input.embeddings().orElseGet(() -> decoder.embed(known(input.ids())));
        MediaEncoder.Prompt prompt = new MediaEncoder.Prompt(embeddings, input.mask());
        for (MediaEncoder encoder : encoders) {
            prompt = encoder.place(input, prompt);
        }
        return prompt;
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
        steps.close();
        parts.close();
    }
}
