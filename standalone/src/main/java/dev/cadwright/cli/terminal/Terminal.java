package dev.cadwright.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.contracts.ContractJson;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command has to do with the world around it.
 *
 * @param out results, nothing else
 * @param err progress, logs and messages
 * @param environment variables
 * @param root the folder of the launcher
 * @param interactive whether a person watches {@code err}
 */
public record Terminal(
        PrintStream out, PrintStream err, Map<String, String> environment, Path root, boolean interactive) {

    /** The terminal of this process. */
    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        // The launcher knows: Java cannot ask about standard error alone.
        boolean interactive = Boolean.getBoolean("cadwright.interactive") && !environment.containsKey("CI");
        Path root = Path.of(System.getProperty("cadwright.root", "."))
                .toAbsolutePath()
                .normalize();
        return new Terminal(System.out, System.err, environment, root, interactive);
    }

    /** Prints one object as a line of JSON and flushes it. */
    public void json(Object value) {
        try {
            out.println(mapper().writeValueAsString(value));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result cannot be written as JSON", e);
        }
    }

    public ObjectMapper mapper() {
        return ContractJson.mapper();
    }
}
