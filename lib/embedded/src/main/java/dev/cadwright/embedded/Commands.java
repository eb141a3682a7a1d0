package dev.cadwright.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Short commands, run to their end. */
final class Commands {
    private static final long LIMIT_SECONDS = 120;

    private Commands() {}

    /** Runs a command and returns what it printed; fails with the last of it when the command fails. */
    static String run(List<String> command, Map<String, String> environment, String input) {
        Outcome outcome = attempt(command, environment, input);
        if (outcome.status() != 0) {
            throw new EmbeddedServerException("%s failed with status %d: %s"
                    .formatted(Path.of(command.getFirst()).getFileName(), outcome.status(), outcome.tail()));
        }
        return outcome.output();
    }

    static boolean succeeds(List<String> command) {
        try {
            return attempt(command, Map.of(), "").status() == 0;
        } catch (EmbeddedServerException e) {
            return false; // the program is not there
        }
    }

    private static Outcome attempt(List<String> command, Map<String, String> environment, String input) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.outputWriter(StandardCharsets.UTF_8).append(input).close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedServerException(command.getFirst() + " did not end");
            }
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            throw new EmbeddedServerException(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(command.getFirst() + " was interrupted", e);
        }
    }

    private record Outcome(int status, String output) {
        String tail() {
            String text = output.strip();
            return text.length() <= 600 ? text : "…" + text.substring(text.length() - 600);
        }
    }
}
