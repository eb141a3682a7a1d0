package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs a script of the launcher in place of this command: those work before anything is built. */
final class Script {
    private Script() {}

    static int run(Terminal terminal, String name, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                "sh", terminal.root().resolve("standalone/launcher/" + name).toString()));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw CommandFailure.unavailable(name + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unavailable(name + " was interrupted");
        }
    }
}
