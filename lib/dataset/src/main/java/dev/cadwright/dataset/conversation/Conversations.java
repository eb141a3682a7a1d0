package dev.cadwright.dataset.conversation;

import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Makes conversations of samples: one a view, asking with one of five prompts and answering with the sample's complete
 * program, which can be executed. A sample without a program gives none.
 */
public final class Conversations {
    /** What is asked, in the words of the data that existing models were trained on. */
    public static final List<String> PROMPTS = List.of(
            "Generate the CAD construction sequence for this design.",
            "What is the CAD code for this 3D model?",
            "Create parametric CAD code for the design shown in the image.",
            "Describe this CAD model using construction operations.",
            "Convert this image into a CAD construction sequence.");

    private final long seed;

    /** @param seed chooses the prompts; the same sample and view always get the same one */
    public Conversations(long seed) {
        this.seed = seed;
    }

    /**
     * @param views names of the views
     * @param imageName from a view's name to the picture's file name
     */
    public List<Conversation> of(Sample sample, List<String> views, UnaryOperator<String> imageName) {
        Optional<String> program = sample.text(SampleFile.PROGRAM);
        if (program.isEmpty()) {
            return List.of();
        }
        return views.stream()
                .map(view -> Conversation.of(imageName.apply(view), prompt(sample.id(), view), program.get()))
                .toList();
    }

    private String prompt(String sample, String view) {
        SplittableRandom random = new SplittableRandom(seed ^ ((long) sample.hashCode() << 32) ^ view.hashCode());
        return PROMPTS.get(random.nextInt(PROMPTS.size()));
    }
}
