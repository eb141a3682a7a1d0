package dev.cadwright.cli.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.cli.terminal.CommandFailure;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** CadQuery in a Python process of its own, warm: it has been imported before the first program. */
final class CadQueryPeer implements AutoCloseable {
    private static final String SCRIPT = "/bench/cadquery_peer.py";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Process process;
    private final Path script;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final String version;

    /** @param cpu seconds of the processor, @param wall seconds */
    record Timing(double wall, double cpu) {}

    private CadQueryPeer(Process process, Path script) throws IOException {
        this.process = process;
        this.script = script;
        this.requests = process.outputWriter();
        this.answers = process.inputReader();
        String hello = answers.readLine();
        if (hello == null) {
            throw CommandFailure.unavailable("The Python given by --peer has no cadquery: pip install cadquery.");
        }
        this.version = MAPPER.readTree(hello).path("ready").asText();
    }

    /** @param python the interpreter of an environment that has cadquery */
    static CadQueryPeer start(Path python) throws IOException {
        Path script = Files.createTempFile("cadquery-peer", ".py");
        try (InputStream source = CadQueryPeer.class.getResourceAsStream(SCRIPT)) {
            Files.write(script, source.readAllBytes());
        }
        Process process = new ProcessBuilder(python.toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new CadQueryPeer(process, script);
    }

    String version() {
        return version;
    }

    /** @param measure also volume and mesh. Empty where CadQuery raised an exception. */
    Optional<Timing> run(Path program, boolean measure) throws IOException {
        requests.write(MAPPER.writeValueAsString(
                Map.of("path", program.toAbsolutePath().toString(), "measure", measure)));
        requests.newLine();
        requests.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the Python process ended at " + program);
        }
        JsonNode answer = MAPPER.readTree(line);
        return answer.path("error").isNull()
                ? Optional.of(new Timing(
                        answer.path("seconds").asDouble(), answer.path("cpu").asDouble()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(script);
    }
}
