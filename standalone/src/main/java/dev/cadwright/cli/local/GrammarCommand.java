package dev.cadwright.cli.local;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.grammar.GbnfPrinter;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.JsonPrinter;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the grammar of a language, for decoders that follow one. */
@Command(
        name = "grammar",
        description = {
            "Prints the grammar of a language, for decoders that are to write nothing else: GBNF, the form of llama.cpp,",
            "or the same rules as JSON. It is made from the tables of the language's own reader."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright grammar cadquery > cadquery.gbnf",
            "  ./cadwright grammar sketch --format json"
        })
public final class GrammarCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "LANGUAGE",
            description = "deepcad, fusion360, sketch, openecad, cadquery or openscad.")
    private String language;

    @Mixin
    private JsonOption options;

    @Option(names = "--format", paramLabel = "FORMAT", description = "gbnf (default) or json, as --json.")
    private String format;

    public GrammarCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Language known = Language.named(language)
                .orElseThrow(() -> CommandFailure.usage("There is no language " + language + "; known are "
                        + Arrays.stream(Language.values()).map(Language::label).collect(Collectors.joining(", "))
                        + "."));
        Grammar grammar = Programs.grammar(known);
        terminal.out()
                .print(
                        switch (format == null ? (options.json() ? "json" : "gbnf") : format) {
                            case "gbnf" -> GbnfPrinter.print(grammar);
                            case "json" -> JsonPrinter.print(grammar);
                            default -> throw CommandFailure.usage("--format is gbnf or json, not " + format + ".");
                        });
        terminal.out().flush();
        return ExitCode.SUCCESS;
    }
}
