package dev.cadwright.cli;

import dev.cadwright.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs common commands in one Java machine, so that it can keep their classes in a start cache as it ends. What they
 * print is thrown away; a command that fails has still loaded its classes.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("cadwright.root"));
        try (PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8)) {
            Cadwright cadwright = new Cadwright(new Terminal(nowhere, nowhere, Map.of(), root, true));
            cadwright.run(List.of("--help"));
            cadwright.run(List.of("--version"));
            for (CommandCatalogue.Entry entry : CommandCatalogue.ENTRIES) {
                cadwright.run(List.of(entry.name(), "--help"));
            }
            cadwright.run(List.of("status"));
            cadwright.run(List.of("status", "--json"));
            cadwright.run(List.of("doctor"));
            rehearseRun(cadwright, root.resolve("samples"));
        }
        System.out.println("rehearsed");
    }

    private static void rehearseRun(Cadwright cadwright, Path samples) {
        String solid = samples.resolve("deepcad-step/00039769.step").toString();
        String program = samples.resolve("deepcad-json/00000069.json").toString();
        cadwright.run(List.of("run", solid));
        cadwright.run(List.of("run", "--json", solid, program));
    }
}
