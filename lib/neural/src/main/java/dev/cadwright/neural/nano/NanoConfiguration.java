package dev.cadwright.neural.nano;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The shape of a nano model: {@code config.json}.
 *
 * @param points points of a cloud
 * @param frequencies sine and cosine pairs of each coordinate
 * @param encoderWidth width of the point encoder
 * @param hiddenSize width of the decoder
 * @param maxTokens positions of the decoder
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record NanoConfiguration(
        @JsonProperty("model_type") String modelType,
        int vocabSize,
        int points,
        int frequencies,
        int encoderWidth,
        int encoderLayers,
        int encoderHeads,
        int encoderIntermediateSize,
        int hiddenSize,
        int numHiddenLayers,
        int numAttentionHeads,
        int intermediateSize,
        int maxTokens,
        double ropeTheta) {
    public static final String MODEL_TYPE = "cadwright-nano";

    public NanoConfiguration {
        if (!MODEL_TYPE.equals(modelType)) {
            throw new IllegalArgumentException("model_type must be " + MODEL_TYPE + ", not " + modelType);
        }
        between("vocab_size", vocabSize, BlockTokens.VOCABULARY, BlockTokens.VOCABULARY);
        between("points", points, 1, 16384);
        between("frequencies", frequencies, 1, 24);
        between("encoder_width", encoderWidth, 8, 4096);
        between("encoder_layers", encoderLayers, 0, 64);
        between("encoder_intermediate_size", encoderIntermediateSize, 8, 16384);
        between("hidden_size", hiddenSize, 8, 4096);
        between("num_hidden_layers", numHiddenLayers, 1, 64);
        between("intermediate_size", intermediateSize, 8, 16384);
        between("max_tokens", maxTokens, 8, 4096);
        divides("encoder_heads", encoderHeads, encoderWidth);
        divides("num_attention_heads", numAttentionHeads, hiddenSize);
        if (headSize(hiddenSize, numAttentionHeads) % 2 != 0) {
            throw new IllegalArgumentException("hidden_size / num_attention_heads must be even");
        }
        if (!(ropeTheta > 1)) {
            throw new IllegalArgumentException("rope_theta must be above 1");
        }
    }

    /** Widths as in the recipe: the feed-forward width is 8/3 of the model width, rounded down to 32. */
    public static NanoConfiguration of(
            int points,
            int encoderWidth,
            int encoderLayers,
            int encoderHeads,
            int hiddenSize,
            int layers,
            int heads,
            int maxTokens) {
        return new NanoConfiguration(
                MODEL_TYPE,
                BlockTokens.VOCABULARY,
                points,
                8,
                encoderWidth,
                encoderLayers,
                encoderHeads,
                Math.max(32, encoderWidth * 8 / 3 / 32 * 32),
                hiddenSize,
                layers,
                heads,
                Math.max(32, hiddenSize * 8 / 3 / 32 * 32),
                maxTokens,
                10_000);
    }

    int headSize() {
        return headSize(hiddenSize, numAttentionHeads);
    }

    /** Fourier features of a point, padded to a multiple of 32 (oneDNN dislikes odd widths). */
    int pointFeatures() {
        return roundUp(3 * (2 * frequencies + 1));
    }

    /** Fourier features of a number, padded likewise. */
    int numberFeatures() {
        return roundUp(2 * frequencies + 1);
    }

    private static int headSize(int width, int heads) {
        return width / heads;
    }

    private static int roundUp(int width) {
        return (width + 31) / 32 * 32;
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", not " + value);
        }
    }

    private static void divides(String name, int heads, int width) {
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException(name + " (" + heads + ") must divide the width (" + width + ")");
        }
    }
}
