package dev.cadwright.cli.terminal;

import picocli.CommandLine.Option;

/** {@code --json} and {@code --help}, the same for every command. */
public final class JsonOption {
    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public boolean json() {
        return json;
    }
}
