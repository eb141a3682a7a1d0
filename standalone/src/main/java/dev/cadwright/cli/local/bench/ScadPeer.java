package dev.cadwright.cli.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.kernel.mesh.MeshWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** OpenSCAD as its package for Node has it, a new process for each program. */
final class ScadPeer {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int SECONDS = 120;

    private final String node;
    private final Path script;
    private final Path fonts;

    private ScadPeer(String node, Path script, Path fonts) {
        this.node = node;
        this.script = script;
        this.fonts = fonts;
    }

    /** @param start and @param render milliseconds */
    record Timing(double start, double render) {}

    static ScadPeer ofPackage() {
        Path fonts = MeshWorker.fonts()
                .orElseThrow(
                        () -> CommandFailure.unavailable(
                                "There are no Liberation fonts; ./cadwright setup installs them, or CADWRIGHT_FONTS names them."));
        String node = System.getenv().getOrDefault("CADWRIGHT_NODE", "node");
        return new ScadPeer(
                node, MeshWorker.program().resolveSibling("bench").resolve("once.js"), fonts.toAbsolutePath());
    }

    /** Empty where the tool failed, wrote an error line, or took over two minutes. */
    Optional<Timing> run(Path program, boolean drawing) throws IOException, InterruptedException {
        Path file = program.toAbsolutePath();
        Process process = new ProcessBuilder(List.of(
                        node,
                        script.toString(),
                        file.getParent().toString(),
                        fonts.toString(),
                        file.getFileName().toString(),
                        drawing ? "svg" : "stl"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            JsonNode answer = MAPPER.readTree(process.getInputStream().readAllBytes());
            return answer != null && answer.path("ok").asBoolean()
                    ? Optional.of(new Timing(
                            answer.path("start").asDouble(),
                            answer.path("render").asDouble()))
                    : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
