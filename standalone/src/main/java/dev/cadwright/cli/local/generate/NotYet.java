package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.terminal.CommandFailure;
import picocli.CommandLine.Option;

/** Options that this version refuses by name, rather than as unknown. */
final class NotYet {
    @Option(names = "--grammar", hidden = true)
    private String grammar;

    void refuse() {
        if (grammar != null) {
            throw CommandFailure.usage("--grammar: not yet. Programs of cadwright-nano always follow its own grammar.");
        }
    }
}
