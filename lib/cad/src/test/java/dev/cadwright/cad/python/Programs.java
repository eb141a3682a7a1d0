package dev.cadwright.cad.python;

import dev.cadwright.cad.Parse;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.Host;
import dev.cadwright.cad.python.interpret.Interpreter;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.cad.python.syntax.ModuleTree;
import dev.cadwright.cad.python.syntax.PythonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads and runs programs for tests. */
final class Programs {
    /** Small enough that a program which never ends is over at once. */
    static final Budget SMALL = new Budget(40_000, 8L << 20, 1000, 1 << 16, 1 << 16, () -> false);

    private Programs() {}

    static Outcome run(String text) {
        return run(text, Host.NONE, Budget.DEFAULT);
    }

    static Outcome run(String text, Host host, Budget budget) {
        return Interpreter.run(PythonParser.parse(text).orElseThrow(), host, budget);
    }

    static String printed(String text) {
        Outcome outcome = run(text);
        if (outcome instanceof Outcome.Finished(var variables, String printed)) {
            return printed;
        }
        throw new AssertionError(outcome.diagnostic().orElseThrow().toString());
    }

    /** In one word what becomes of a text: refused by the parser, or the kind of outcome. */
    static String fate(String text) {
        return switch (PythonParser.parse(text)) {
            case Parse.Failed<ModuleTree> failed -> "refused";
            case Parse.Ok<ModuleTree>(ModuleTree tree) ->
                switch (Interpreter.run(tree, Host.NONE, SMALL)) {
                    case Outcome.Finished finished -> "finished";
                    case Outcome.Raised(String type, var message, var span, var hint, var printed) -> type;
                    case Outcome.Unsupported unsupported -> "unsupported";
                    case Outcome.Exhausted(var resource, var message, var span, var printed) -> "exhausted " + resource;
                };
        };
    }

    static Path resources() {
        return Path.of(System.getProperty("cadwright.root"), "lib/cad/src/test/resources/dev/cadwright/cad/python");
    }

    static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
