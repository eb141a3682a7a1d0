package dev.cadwright.cli.local.rewrite;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.rewrite.RewriteEvent;
import dev.cadwright.neural.rewrite.RewriteProcess;
import dev.cadwright.neural.rewrite.RewriteRequest;
import dev.cadwright.standalone.SuiteSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Rewrites a model in a process of its own, with progress, and prints what came of it. */
record ModelRewriting(Terminal terminal, boolean json) {
    /** Codes that blame this installation, not what the user named. */
    private static final Set<String> OURS =
            Set.of("rewrite_died", "broken_protocol", "no_native_library", "cpu_probe_failed");

    /** The line printed. */
    record RewriteRecord(String model, String path, long layers, long bytes, double seconds) {}

    int run(String label, RewriteRequest request) throws InterruptedException {
        if (!Files.isDirectory(request.model())) {
            throw CommandFailure.usage(request.model() + " is no folder of a model.");
        }
        if (Files.exists(request.out())) {
            throw CommandFailure.usage(request.out() + " exists already; name a folder that does not.");
        }
        Path home = SuiteSettings.of(terminal.environment(), terminal.root())
                .files()
                .home();
        try (ProgressBar bar = new ProgressBar(terminal, label)) {
            ChildOptions child = ChildOptions.defaults();
            ChildOptions suited = child.withEnvironment(
                    CpuProbe.verdict(child, home.resolve("cpu.json")).environment());
            print(
                    request,
                    RewriteProcess.run(suited, request, step -> bar.update(step.done(), step.total(), step.name())));
            return ExitCode.SUCCESS;
        } catch (NeuralException e) {
            throw OURS.contains(e.code())
                    ? CommandFailure.unavailable(e.getMessage())
                    : CommandFailure.usage(e.getMessage() + " [" + e.code() + "]");
        }
    }

    private void print(RewriteRequest request, RewriteEvent.Done done) {
        if (json) {
            terminal.json(new RewriteRecord(
                    request.model().toString(), request.out().toString(), done.layers(), done.bytes(), done.seconds()));
        } else {
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "%d layers, %s of weights, in %.1f s%n",
                            done.layers(),
                            Quantities.bytes(done.bytes()),
                            done.seconds());
            terminal.out().println(request.out());
        }
    }
}
