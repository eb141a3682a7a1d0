package dev.cadwright.neural.tokenizer;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.definition.AddedToken;
import dev.cadwright.neural.tokenizer.definition.TokenizerDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tokenizer of a Hugging Face model, with the ids of their library: a {@code tokenizer.json} executed by the native
 * code of {@code tokenizers}, without truncation or padding. Safe for use by several threads at once. Holds native
 * memory until closed; texts of more than 4 Mi characters are refused with {@code text_too_long}.
 */
public final class Tokenizer implements AutoCloseable {
    private final TokenizerDefinition definition;
    private final NativeTokenizer tokenizer;
    private final SpecialTokens special;
    private final ChatTemplates chat;

    private Tokenizer(TokenizerDefinition definition, SpecialTokens special, ChatTemplates chat) {
        this.definition = definition;
        this.tokenizer = new NativeTokenizer(definition.json());
        this.special = special;
        this.chat = chat;
    }

    /**
     * @param path a model's folder, or one {@code tokenizer.json} (then {@code tokenizer_config.json} beside it is not
     *     read)
     * @throws NeuralException {@code no_tokenizer}, {@code bad_tokenizer}, {@code unsupported_tokenizer}
     */
    public static Tokenizer load(Path path) {
        TokenizerFolder.Loaded loaded = TokenizerFolder.read(path);
        return new Tokenizer(loaded.definition(), loaded.special(), loaded.chat());
    }

    /** @param json the text of a {@code tokenizer.json} */
    public static Tokenizer parse(String json) {
        return new Tokenizer(TokenizerDefinition.parse(json), SpecialTokens.NONE, ChatTemplates.NONE);
    }

    /** @param addSpecialTokens whether the model's own begin and end marks are put around the text */
    public int[] ids(String text, boolean addSpecialTokens) {
        return tokenizer.ids(text, addSpecialTokens);
    }

    /** As {@link #ids}, with the place of each token in the text. */
    public Encoding encode(String text, boolean addSpecialTokens) {
        return tokenizer.encode(text, addSpecialTokens);
    }

    /** The text of the ids, with special tokens spelled out or left out. Ids outside of the vocabulary say nothing. */
    public String decode(int[] ids, boolean skipSpecialTokens) {
        return tokenizer.decode(ids, 0, ids.length, skipSpecialTokens);
    }

    /** Decodes ids as they come, one caller at a time. */
    public DecodeStream stream(boolean skipSpecialTokens) {
        return new DecodeStream(this, skipSpecialTokens);
    }

    /** Ids run from 0 to below this; a model may have more rows than that. */
    public int size() {
        return definition.size();
    }

    /** A token as the vocabulary spells it; empty for an id that it does not use. */
    public Optional<String> token(int id) {
        return definition.token(id);
    }

    /** The id of an added token such as {@code <|im_end|>}. */
    public OptionalInt idOfAdded(String token) {
        return definition.idOfAdded(token).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Whether decoding leaves the token out when asked to skip special ones. */
    public boolean isSpecial(int id) {
        return definition.isSpecial(id);
    }

    /** The tokens that are found in the text before the model sees it. */
    public List<AddedToken> added() {
        return definition.added();
    }

    /** The tokens with a role, by their text. */
    public SpecialTokens special() {
        return special;
    }

    /** The id of the token that begins a text. */
    public OptionalInt bos() {
        return id(special.bos());
    }

    /** The id of the token that ends a text. */
    public OptionalInt eos() {
        return id(special.eos());
    }

    /** The id of the token that fills a row. */
    public OptionalInt pad() {
        return id(special.pad());
    }

    /** How conversations are written for this model. */
    public ChatTemplates chat() {
        return chat;
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    TokenizerDefinition definition() {
        return definition;
    }

    NativeTokenizer handle() {
        return tokenizer;
    }

    private OptionalInt id(Optional<String> token) {
        return token.map(this::idOfAdded).orElseGet(OptionalInt::empty);
    }
}
