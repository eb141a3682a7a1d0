package dev.cadwright.cli.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.kernel.program.ExecutionRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints programs in another language, or in the canonical form of their own. */
@Command(
        name = "convert",
        description = {
            "Prints programs in another language, or in the canonical form of their own.",
            "What a language cannot say is refused with the reason and the place. CadQuery programs convert where they",
            "are a history of sketches, extrusions, revolutions, boxes, cylinders and their unions, cuts and intersections;",
            "the kernel executes what they ask about on the way."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright convert samples/deepcad-json/00000069.json --to sketch",
            "  ./cadwright convert samples/deepcad-json --to sketch --out programs",
            "  ./cadwright convert part.py --to openscad"
        })
public final class ConvertCommand implements Callable<Integer> {
    /** What is printed of one input; {@code text} where no folder was given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversionRecord(
            String name, boolean ok, String language, String path, String text, ExecutionRecord.Problem error) {}

    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Mixin
    private InputOptions inputs;

    @Mixin
    private KernelSettings kernelSettings;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "LANGUAGE",
            description = "sketch, deepcad, fusion360, openecad, cadquery or openscad.")
    private String to;

    @Option(names = "--out", paramLabel = "DIR", description = "Write files there (default: print the programs).")
    private Path out;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    public ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Language target = Language.named(to)
                .orElseThrow(() -> CommandFailure.usage("--to is one of "
                        + Arrays.stream(Language.values()).map(Language::label).collect(Collectors.joining(", "))
                        + ", not " + to
                        + "."));
        int failures = 0;
        try (Conversion conversion = new Conversion(kernelSettings)) {
            for (Input input : inputs.resolve(CheckCommand.PROGRAMS)) {
                ConversionRecord record = convert(conversion, input, target);
                failures += record.ok() ? 0 : 1;
                print(record);
            }
        }
        return failures == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private ConversionRecord convert(Conversion conversion, Input input, Language target) throws IOException {
        Language from = input.language()
                .orElseThrow(() -> CommandFailure.usage(
                        input.name() + " does not say its language by its name; give --language."));
        return switch (conversion.convert(from, input.bytes(), target)) {
            case Parse.Ok<String>(String converted) ->
                new ConversionRecord(
                        input.name(), true, target.label(), path(input, target, converted), shown(converted), null);
            case Parse.Failed<String> failed -> {
                Diagnostic first = failed.diagnostics().getFirst();
                yield new ConversionRecord(
                        input.name(),
                        false,
                        target.label(),
                        null,
                        null,
                        new ExecutionRecord.Problem(first.code(), first.message(), first.line(), first.column()));
            }
        };
    }

    private String path(Input input, Language target, String converted) throws IOException {
        if (out == null) {
            return null;
        }
        return new OutputFolder(out, overwrite)
                .write(input.stem() + target.extension(), converted.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String shown(String converted) {
        return out == null ? converted : null;
    }

    private void print(ConversionRecord record) {
        if (options.json()) {
            terminal.json(record);
        } else if (!record.ok()) {
            terminal.err()
                    .printf(
                            "%s:%d:%d: %s [%s]%n",
                            record.name(),
                            record.error().line(),
                            record.error().column(),
                            record.error().message(),
                            record.error().code());
        } else {
            terminal.out().print(record.text() == null ? record.path() + System.lineSeparator() : record.text());
        }
    }
}
