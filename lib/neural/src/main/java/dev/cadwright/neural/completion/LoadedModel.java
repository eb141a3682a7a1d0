package dev.cadwright.neural.completion;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.adapter.Adapters;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.quantize.QuantizedModels;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model with what belongs to it: an adapter, a tokenizer, the tokens that end its texts. */
final class LoadedModel implements AutoCloseable {
    private static final List<String> TOKENIZERS = List.of("tokenizer.json", "tokenizer.model", "vocab.json");

    private final Model model;
    private final Adapters adapters;
    private final Optional<Tokenizer> tokenizer;
    private final ModelKind kind;

    private LoadedModel(Model model, Adapters adapters, Optional<Tokenizer> tokenizer) {
        this.model = model;
        this.adapters = adapters;
        this.tokenizer = tokenizer;
        this.kind = ModelKind.of(model);
    }

    /** @throws NeuralException if the model, its adapter or its tokenizer cannot be used */
    static LoadedModel load(NDManager manager, ModelSource source) {
        LoadOptions options = LoadOptions.SINGLE_PRECISION.in(source.type());
        Model model = source.quantization()
                .map(how -> QuantizedModels.load(manager, source.folder(), options, how, _ -> {}))
                .orElseGet(() -> QuantizedModels.load(manager, source.folder(), options));
        Adapters adapters = Adapters.on(model);
        source.adapter().ifPresent(folder -> adapters.load("adapter", folder));
        return new LoadedModel(model, adapters, tokenizer(source));
    }

    /** An adapter that brings new tokens brings the tokenizer that knows them. */
    private static Optional<Tokenizer> tokenizer(ModelSource source) {
        return Stream.concat(source.adapter().stream(), Stream.of(source.folder()))
                .filter(LoadedModel::hasTokenizer)
                .findFirst()
                .map(Tokenizer::load);
    }

    private static boolean hasTokenizer(Path folder) {
        return TOKENIZERS.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    Model model() {
        return model;
    }

    Optional<Tokenizer> tokenizer() {
        return tokenizer;
    }

    ModelAbilities abilities() {
        return new ModelAbilities(
                model.configuration().modelType(),
                kind.points() ? CloudPrompt.points(model.configuration()) : 0,
                kind.sees(),
                tokenizer.isPresent(),
                tokenizer.filter(t -> !t.chat().names().isEmpty()).isPresent());
    }

    /** The tokens that end a text: those asked for, else the model's own, as its files and then its tokenizer have them. */
    Set<Integer> ends(List<Integer> asked) {
        if (!asked.isEmpty()) {
            return Set.copyOf(asked);
        }
        Configuration configuration = model.configuration();
        List<Long> own = Stream.of(
                        Configuration.generation(model.folder()),
                        Optional.of(configuration),
                        configuration.optionalSection("text_config"))
                .flatMap(Optional::stream)
                .map(one -> one.tokens("eos_token_id"))
                .filter(tokens -> !tokens.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (own.isEmpty()) {
            return tokenizer.stream()
                    .flatMapToInt(known -> known.eos().stream())
                    .boxed()
                    .collect(Collectors.toSet());
        }
        return own.stream().map(Math::toIntExact).collect(Collectors.toSet());
    }

    /**
     * How many tokens may follow a prompt: rotary positions go on for ever, learned ones end.
     *
     * @throws NeuralException {@code prompt_too_long} if there is no room for any
     */
    int most(int wanted, int prompt) {
        OptionalLong places = model.configuration().integer("n_positions");
        boolean learned = model.configuration().modelType().equals("gpt2") && places.isPresent();
        if (!learned) {
            return wanted;
        }
        if (prompt >= places.getAsLong()) {
            throw new NeuralException(
                    "prompt_too_long",
                    "the prompt has " + prompt + " tokens; the model has " + places.getAsLong()
                            + " places for prompt and text");
        }
        return Math.toIntExact(Math.min(wanted, places.getAsLong() - prompt + 1));
    }

    /**
     * Refuses a cache that the machine has no memory for, which would end the process instead.
     *
     * @throws NeuralException {@code out_of_memory}
     */
    void requireRoom(int rows, long positions) {
        long free = FreeMemory.bytes();
        if (model instanceof CausalModel causal && (double) causal.cacheBytes() * rows * positions > free) {
            throw new NeuralException(
                    "out_of_memory",
                    "%d texts of up to %d tokens need %d MB for keys and values; %d MB are free: lower the batch or the tokens"
                            .formatted(
                                    rows,
                                    positions,
                                    causal.cacheBytes() * rows * positions / 1_000_000,
                                    free / 1_000_000));
        }
    }

    @Override
    public void close() {
        adapters.close();
        model.close();
        tokenizer.ifPresent(Tokenizer::close);
    }
}
