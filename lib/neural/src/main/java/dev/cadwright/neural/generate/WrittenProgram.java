package dev.cadwright.neural.generate;

import dev.cadwright.neural.nano.BlockGrammar;
import dev.cadwright.neural.nano.BlockTokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One program while it is being written. Its random choices depend on the seed, the cloud and its number alone. */
final class WrittenProgram {
    private final Sampler sampler;
    private final boolean constrained;
    private final SplittableRandom random;
    private final BlockGrammar grammar = new BlockGrammar();
    private final BitSet allowed = new BitSet(BlockTokens.VOCABULARY);
    private final List<Integer> ids = new ArrayList<>();
    private boolean done;
    /** No token was sound: what is written from here on parses, but is no solid. */
    private boolean stuck;

    /**
     * @param candidate its number; of several candidates the first is greedy
     * @param sampler instead of the one that the request asks for
     */
    WrittenProgram(GenerationRequest request, float[] cloud, int candidate, Optional<Sampler> sampler) {
        boolean greedy = candidate == 0 && request.candidates() > 1;
        Sampler asked = new Sampler(request.temperature(), request.topK(), request.topP());
        this.sampler = sampler.orElse(greedy ? Sampler.GREEDY : asked);
        this.constrained = request.constrained();
        this.random = new SplittableRandom(key(request.seed(), cloud, candidate));
    }

    boolean done() {
        return done;
    }

    /** Takes the next token from the logits at {@code offset}; padding once the program has ended. */
    int next(float[] logits, int offset) {
        if (done) {
            return BlockTokens.PAD;
        }
        int token = constrained ? constrainedChoice(logits, offset) : freeChoice(logits, offset);
        done = token == BlockTokens.END;
        if (!done) {
            ids.add(token);
        }
        return token;
    }

    private int freeChoice(float[] logits, int offset) {
        allowed.set(BlockTokens.END, BlockTokens.VOCABULARY);
        return sampler.choose(logits, offset, allowed, random);
    }

    /** Chooses among the tokens that parse and are sound, or among those that parse where none is sound. */
    private int constrainedChoice(float[] logits, int offset) {
        grammar.allowed(allowed);
        int preferred = sampler.choose(logits, offset, allowed, random);
        int token = preferred;
        while (!stuck && !grammar.sound(token)) {
            allowed.clear(token);
            stuck = allowed.isEmpty();
            token = stuck ? preferred : sampler.choose(logits, offset, allowed, random);
        }
        grammar.accept(token);
        return token;
    }

    /** Tokens without start and end marks. */
    List<Integer> ids() {
        return ids;
    }

    int[] tokens() {
        int[] tokens = new int[ids.size() + (done ? 1 : 0)];
        for (int i = 0; i < ids.size(); i++) {
            tokens[i] = ids.get(i);
        }
        if (done) {
            tokens[ids.size()] = BlockTokens.END;
        }
        return tokens;
    }

    private static long key(long seed, float[] cloud, int candidate) {
        long key = seed * 0x9E3779B97F4A7C15L + candidate;
        for (float value : cloud) {
            key = (key ^ Float.floatToIntBits(value)) * 0x100000001B3L;
            key ^= key >>> 29;
        }
        return key;
    }
}
