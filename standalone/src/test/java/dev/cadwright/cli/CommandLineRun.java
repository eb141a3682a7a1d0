package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.kernel.mesh.MeshWorker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One whole run of a command line, in the project's own folder: what it printed, and how it ended. */
record CommandLineRun(int status, String out, String err) {
    static final Path ROOT = Path.of(System.getProperty("cadwright.root"));

    /** @param home where the command keeps what it finds out about the machine */
    static CommandLineRun of(Path home, Object... arguments) {
        return in(home, Map.of(), arguments);
    }

    /** @param environment further variables */
    static CommandLineRun in(Path home, Map<String, String> environment, Object... arguments) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CADWRIGHT_HOME", home.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(print(out), print(err), Map.copyOf(variables), ROOT, false);
        int status = new Cadwright(terminal)
                .run(Arrays.stream(arguments).map(String::valueOf).toList());
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Tests that execute shapes need the kernel's worker. */
    static void requireKernel() {
        boolean there = System.getenv("CADWRIGHT_KERNEL_WORKER") != null
                || Files.isExecutable(ROOT.resolve("lib/kernel/worker/build/cadwright-kernel"));
        assumeTrue(there, "the kernel worker is not built: sh lib/kernel/worker/build.sh");
    }

    /** Skips where what runs OpenSCAD programs is not installed; in continuous integration it must be. */
    static void requireMeshWorker() {
        boolean there = MeshWorker.isBuilt(MeshWorker.program());
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("continuous integration has the mesh worker")
                .isTrue();
        assumeTrue(there, "the mesh worker is not built: sh lib/kernel/mesh-worker/build.sh");
    }

    static Path sample(String name) {
        return ROOT.resolve("samples").resolve(name);
    }

    /** What was printed, a JSON object a line. */
    List<JsonNode> lines() {
        return out.lines()
                .map(line -> {
                    try {
                        return ContractJson.mapper().readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(line, e);
                    }
                })
                .toList();
    }

    CommandLineRun succeeded() {
        assertThat(status).as(err).isZero();
        return this;
    }

    CommandLineRun ended(int expected) {
        assertThat(status).as(out + err).isEqualTo(expected);
        return this;
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
