package dev.cadwright.neural.tokenizer.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cadwright.neural.NeuralException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@code tokenizer.json} defines, checked so that the native tokenizer may read it: the texts of the vocabulary
 * and the tokens added to it. The text itself stays as it was, save for added tokens.
 */
public final class TokenizerDefinition {
    /** Where the added tokens are, or, where {@code begin == end}, would be in the text. */
    record Place(int begin, int end) {}

    private final String json;
    private final Place addedPlace;
    private final String[] vocabulary;
    private final List<AddedToken> added;
    private final Map<String, Integer> idOfAdded = new HashMap<>();
    private final BitSet special = new BitSet();
    private final boolean bytesByHex;
    private final boolean changed;

    TokenizerDefinition(
            String json,
            Place addedPlace,
            String[] vocabulary,
            List<AddedToken> added,
            boolean bytesByHex,
            boolean changed) {
        this.json = Objects.requireNonNull(json, "json");
        this.addedPlace = addedPlace;
        this.vocabulary = vocabulary;
        this.added =
                added.stream().sorted(Comparator.comparingInt(AddedToken::id)).toList();
        this.added.forEach(token -> idOfAdded.putIfAbsent(token.content(), token.id()));
        this.added.stream().filter(AddedToken::special).forEach(token -> special.set(token.id()));
        this.bytesByHex = bytesByHex;
        this.changed = changed;
    }

    /**
     * @param json the text of a {@code tokenizer.json}
     * @throws NeuralException {@code bad_tokenizer} where it is not one, or not a safe one
     */
    public static TokenizerDefinition parse(String json) {
        return new DefinitionReader(json).read();
    }

    /** The text that the native tokenizer may read. */
    public String json() {
        if (!changed) {
            return json;
        }
        return json.substring(0, addedPlace.begin()) + addedJson() + json.substring(addedPlace.end());
    }

    /** Ids run from 0 to below this. */
    public int size() {
        return vocabulary.length;
    }

    /** The token of an id as the vocabulary spells it; empty where the vocabulary has a hole. */
    public Optional<String> token(int id) {
        return id < 0 || id >= vocabulary.length ? Optional.empty() : Optional.ofNullable(vocabulary[id]);
    }

    /** The id of an added token. */
    public Optional<Integer> idOfAdded(String content) {
        return Optional.ofNullable(idOfAdded.get(content));
    }

    /** Whether decoding leaves the token out when asked to skip special ones. */
    public boolean isSpecial(int id) {
        return id >= 0 && special.get(id);
    }

    /** The tokens found in the text before the model sees it, by id. */
    public List<AddedToken> added() {
        return added;
    }

    /** Whether tokens such as {@code <0xE2>} stand for bytes and are put together when decoding. */
    public boolean bytesByHex() {
        return bytesByHex;
    }

    /**
     * This definition with more tokens; what is there already keeps its id, and becomes special if it is to be. A token
     * of the model's vocabulary keeps its id too, others follow at the end.
     */
    public TokenizerDefinition withAdded(List<AddedToken> more) {
        List<AddedToken> all = new ArrayList<>(added);
        Map<String, Integer> ids = null;
        int size = vocabulary.length;
        List<String> appended = new ArrayList<>();
        boolean changed = false;
        for (AddedToken token : more) {
            Integer at = position(all, token.content());
            if (at != null) {
                if (token.special() && !all.get(at).special()) {
                    all.set(at, all.get(at).withSpecial(true));
                    changed = true;
                }
                continue;
            }
            ids = ids == null ? idsOfVocabulary() : ids;
            Integer known = ids.get(token.content());
            all.add(token.withId(known == null ? size : known));
            if (known == null) {
                appended.add(token.content());
                size++;
            }
            changed = true;
        }
        return changed ? with(all, appended) : this;
    }

    private TokenizerDefinition with(List<AddedToken> all, List<String> appended) {
        String[] longer = Arrays.copyOf(vocabulary, vocabulary.length + appended.size());
        for (int i = 0; i < appended.size(); i++) {
            longer[vocabulary.length + i] = appended.get(i);
        }
        return new TokenizerDefinition(json, addedPlace, longer, all, bytesByHex, true);
    }

    private static Integer position(List<AddedToken> tokens, String content) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).content().equals(content)) {
                return i;
            }
        }
        return null;
    }

    private Map<String, Integer> idsOfVocabulary() {
        Map<String, Integer> ids = HashMap.newHashMap(vocabulary.length);
        for (int id = 0; id < vocabulary.length; id++) {
            if (vocabulary[id] != null) {
                ids.put(vocabulary[id], id);
            }
        }
        return ids;
    }

    private String addedJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        added.forEach(token -> array.add(token.json()));
        return addedPlace.begin() == addedPlace.end() ? "\"added_tokens\":" + array + "," : array.toString();
    }
}
