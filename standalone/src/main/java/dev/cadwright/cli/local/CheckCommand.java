package dev.cadwright.cli.local;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.ProgramCheck;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.kernel.openscad.ScadFiles;
import dev.cadwright.kernel.openscad.ScadSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads programs and says what is wrong with them; executes nothing. */
@Command(
        name = "check",
        description = {
            "Reads programs and says what is wrong with them, where, and what to do. Nothing is executed.",
            "Exit status 1 where a program has an error; warnings alone are no failure."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright check samples/deepcad-json",
            "  ./cadwright check box.scad plate.sketch --json"
        })
public final class CheckCommand implements Callable<Integer> {
    static final Set<String> PROGRAMS = Set.of(".json", ".h5", ".sketch", ".scad", ".py");

    /** What is printed of one program. */
    record CheckRecord(String name, String language, boolean ok, List<Finding> diagnostics) {}

    /** @param severity {@code error} or {@code warning} */
    record Finding(
            String severity, String code, String message, int line, int column, String expectation, String hint) {
        static Finding of(String severity, Diagnostic diagnostic) {
            return new Finding(
                    severity,
                    diagnostic.code(),
                    diagnostic.message(),
                    diagnostic.line(),
                    diagnostic.column(),
                    diagnostic.expectation(),
                    diagnostic.hint());
        }
    }

    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Mixin
    private InputOptions inputs;

    public CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        int failures = 0;
        for (Input input : inputs.resolve(PROGRAMS)) {
            ProgramCheck check = check(input);
            failures += check.isOk() ? 0 : 1;
            print(input, check);
        }
        return failures == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private static ProgramCheck check(Input input) throws IOException {
        Language named = input.language()
                .orElseThrow(() -> CommandFailure.usage(
                        input.name() + " does not say its language by its name; give --language."));
        if (named == Language.OPENSCAD && input instanceof Input.File file) {
            ScadSource source = ScadFiles.beside(file.path()).read(file.path());
            return ProgramCheck.of(named, source.name(), source.text(), texts(source.files()));
        }
        return ProgramCheck.of(named, "program", input.bytes(), Map.of());
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(Language.OPENSCAD.extension()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> new String(file.getValue(), StandardCharsets.UTF_8)));
    }

    private void print(Input input, ProgramCheck check) {
        List<Finding> findings = Stream.concat(
                        check.errors().stream().map(error -> Finding.of("error", error)),
                        check.warnings().stream().map(warning -> Finding.of("warning", warning)))
                .toList();
        if (options.json()) {
            terminal.json(new CheckRecord(input.name(), check.language().label(), check.isOk(), findings));
            return;
        }
        findings.forEach(finding -> terminal.out().println(line(input.name(), finding)));
        if (findings.isEmpty()) {
            terminal.out().println(input.name() + ": ok");
        }
    }

    /** As compilers print it, so that editors find the place. */
    private static String line(String name, Finding finding) {
        String place = finding.line() == 0 ? "" : ":" + finding.line() + ":" + finding.column();
        String expected = finding.expectation().isEmpty() ? "" : "; expected " + finding.expectation();
        String hint = finding.hint().isEmpty() ? "" : "; " + finding.hint();
        return name + place + ": " + finding.severity() + ": " + finding.message() + expected + hint + " ["
                + finding.code() + "]";
    }
}
