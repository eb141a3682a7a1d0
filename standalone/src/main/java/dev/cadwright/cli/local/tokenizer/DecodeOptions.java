package dev.cadwright.cli.local.tokenizer;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code tokenizer decode} is told. */
final class DecodeOptions {
    @Parameters(arity = "0..*", paramLabel = "IN", description = "Files, folders (walked, sorted) or -.")
    List<String> inputs = List.of();

    @Option(
            names = {"--tokenizer", "--model"},
            required = true,
            paramLabel = "DIR",
            description = "A model's folder, or a tokenizer.json.")
    Path tokenizer;

    @Option(names = "--ids", split = ",", paramLabel = "ID", description = "Decodes these ids.")
    List<Integer> ids = List.of();

    @Option(names = "--skip-special", description = "Leave special tokens out.")
    boolean skipSpecial;
}
