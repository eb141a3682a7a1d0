package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.terminal.CommandFailure;
import picocli.CommandLine.Option;

/** Options that this version refuses by name, rather than as unknown. */
final class NotYet {
    @Option(names = "--prompt", hidden = true)
    private String prompt;

    @Option(names = "--images", hidden = true, arity = "0..*")
    private String[] images;

    @Option(names = "--inputs", hidden = true)
    private String tensors;

    @Option(names = "--grammar", hidden = true)
    private String grammar;

    @Option(names = "--ignore-eos", hidden = true)
    private boolean ignoreEnd;

    void refuse() {
        refuse(prompt != null, "--prompt: not yet. The models of this version read points, no text");
        refuse(images != null, "--images: not yet. The models of this version read points, no pictures");
        refuse(tensors != null, "--inputs: not yet. Give shapes, or points as .npy");
        refuse(grammar != null, "--grammar: not yet. Programs always follow the model's own grammar");
        refuse(ignoreEnd, "--ignore-eos: not yet. A program ends where the model ends it");
    }

    private static void refuse(boolean given, String sentence) {
        if (given) {
            throw CommandFailure.usage(sentence + ".");
        }
    }
}
