package dev.cadwright.cli.local.tokenizer;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code tokenizer train} is told. */
final class TrainOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Texts in UTF-8: files, or folders (walked, sorted).")
    List<String> inputs;

    @Option(
            names = "--vocab-size",
            required = true,
            paramLabel = "N",
            description = "Tokens asked for; fewer come out where no pair is left.")
    int vocabularySize;

    @Option(
            names = "--style",
            defaultValue = "qwen",
            paramLabel = "STYLE",
            description = "How texts are cut into words: qwen or gpt2 (default: qwen).")
    String style;

    @Option(names = "--special", paramLabel = "TOKEN", description = "Special tokens, in the order of their ids.")
    List<String> special = List.of();

    @Option(names = "--bos", paramLabel = "TOKEN", description = "The special token that begins a text.")
    String bos;

    @Option(
            names = "--eos",
            paramLabel = "TOKEN",
            description = "The special token that ends a text (default: <|endoftext|>, where it is special).")
    String eos;

    @Option(
            names = "--pad",
            paramLabel = "TOKEN",
            description = "The special token that fills rows (default: the one that ends a text).")
    String pad;

    @Option(
            names = "--min-frequency",
            defaultValue = "1",
            paramLabel = "N",
            description = "Pairs that come less often are not merged (default: 1).")
    long leastCount;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the tokenizer goes.")
    Path out;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    boolean overwrite;
}
