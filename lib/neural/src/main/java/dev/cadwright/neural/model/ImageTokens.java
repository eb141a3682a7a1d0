package dev.cadwright.neural.model;

import dev.cadwright.neural.NeuralException;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How a model that sees has images in its text: a prompt names an image once, the model wants one token a patch.
 *
 * @param token that stands for an image
 * @param perImage how many of them it takes
 */
public record ImageTokens(long token, int perImage) {
    public ImageTokens {
        if (perImage < 1) {
            throw new NeuralException("bad_config", "an image of " + perImage + " tokens");
        }
    }

    /** A row in which each image's token stands as often as the model wants it. */
    public long[] expand(long[] ids) {
        return Arrays.stream(ids)
                .flatMap(id -> id == token ? LongStream.generate(() -> token).limit(perImage) : LongStream.of(id))
                .toArray();
    }
}
