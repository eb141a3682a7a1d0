package dev.cadwright.cli.local.tokenizer;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code tokenizer encode} is told. */
final class EncodeOptions {
    @Parameters(arity = "0..*", paramLabel = "IN", description = "Files, folders (walked, sorted) or -.")
    List<String> inputs = List.of();

    @Option(
            names = {"--tokenizer", "--model"},
            required = true,
            paramLabel = "DIR",
            description = "A model's folder, or a tokenizer.json.")
    Path tokenizer;

    @Option(names = "--text", paramLabel = "TEXT", description = "Encodes this text; may be repeated.")
    List<String> texts = List.of();

    @Option(names = "--add-special", description = "Put the model's own begin and end marks around the text.")
    boolean addSpecial;

    @Option(names = "--offsets", description = "Say which characters each token stands for.")
    boolean offsets;

    @Option(names = "--chat", description = "The inputs are conversations for the model's chat template.")
    boolean chat;

    @Option(names = "--add-generation-prompt", description = "With --chat: let the assistant's answer begin.")
    boolean addGenerationPrompt;
}
