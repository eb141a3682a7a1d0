package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;

/** A family whose models are one decoder, which may also be the language part of a larger model. */
interface DecoderFamily extends Family {
    /**
     * @param weights of the decoder with its head, whose parts are {@code model} and {@code lm_head}
     * @param configuration of the decoder alone
     */
    Decoder decoder(Weights weights, Configuration configuration);

    @Override
    default Model build(ModelParts parts, Weights weights, Configuration configuration) {
        return new CausalModel(parts, decoder(weights, configuration), List.of());
    }
}
