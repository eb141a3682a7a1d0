package dev.cadwright.neural.completion;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model is to go on from.
 *
 * @param text what is said; models that are given points have one of their own
 * @param system what the conversation begins with, for a model that converses
 * @param raw whether the text is taken as it is, not as a message of a conversation. Models without a chat template
 *     always take it so
 * @param points x y z triples in the frame of the model: the box centred, its longest side 2
 * @param images files of pictures, in the order in which the text has them
 */
public record Prompt(
        Optional<String> text, Optional<String> system, boolean raw, Optional<float[]> points, List<Path> images) {
    public Prompt {
        Objects.requireNonNull(text);
        Objects.requireNonNull(system);
        Objects.requireNonNull(points);
        images = List.copyOf(images);
    }

    public static Prompt ofText(String text) {
        return new Prompt(Optional.of(text), Optional.empty(), false, Optional.empty(), List.of());
    }

    /** With the text that the model was trained with. */
    public static Prompt ofPoints(float[] points) {
        return new Prompt(Optional.empty(), Optional.empty(), false, Optional.of(points), List.of());
    }

    public Prompt withImages(List<Path> pictures) {
        return new Prompt(text, system, raw, points, pictures);
    }

    public Prompt withPoints(float[] triples) {
        return new Prompt(text, system, raw, Optional.of(triples), images);
    }

    public Prompt asItIs() {
        return new Prompt(text, system, true, points, images);
    }

    public Prompt withSystem(String said) {
        return new Prompt(text, Optional.of(said), raw, points, images);
    }
}
