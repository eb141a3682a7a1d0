package dev.cadwright.cli;

import java.io.PrintStream;

/** The list of commands, made without loading any of them. */
final class Overview {
    private Overview() {}

    static void print(PrintStream out) {
        out.println("Cadwright trains, serves and benchmarks models that write CAD programs.");
        out.println();
        out.println("Usage: ./cadwright COMMAND [ARGUMENTS]      ./cadwright COMMAND --help");
        for (CommandCatalogue.Group group : CommandCatalogue.Group.values()) {
            var entries = CommandCatalogue.ENTRIES.stream()
                    .filter(entry -> entry.group() == group)
                    .toList();
            if (entries.isEmpty()) {
                continue;
            }
            out.println();
            out.println(group.title() + ":");
            entries.forEach(entry -> out.printf("  %-10s %s%n", entry.name(), entry.summary()));
        }
        out.println();
        out.println("Exit status: 0 all succeeded, 1 some inputs failed, 2 wrong usage or unreadable input,");
        out.println("3 a needed part could not be had, 130 interrupted.");
        out.println();
        out.println("Examples:");
        out.println("  ./cadwright up");
        out.println("  ./cadwright status --json");
    }
}
