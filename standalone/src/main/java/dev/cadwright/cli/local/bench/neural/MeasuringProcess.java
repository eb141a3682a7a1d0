package dev.cadwright.cli.local.bench.neural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.speed.SpeedMain;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A process that takes a task a line and answers each with figures: ours, or a Python with PyTorch. */
interface MeasuringProcess extends AutoCloseable {
    JsonMapper MAPPER = JsonMapper.builder().build();

    /** @throws CommandFailure if the process ends instead of answering */
    JsonNode ask(Map<String, ?> task);

    @Override
    void close();

    static MeasuringProcess ours(ChildOptions options, int threads) {
        ChildJvm child = ChildJvm.start(options, SpeedMain.class, Integer.toString(threads));
        return new MeasuringProcess() {
            @Override
            public JsonNode ask(Map<String, ?> task) {
                child.writeLine(line(task));
                String answer = child.readLine();
                if (answer == null) {
                    throw CommandFailure.unavailable("the measuring process ended at " + task + ": " + log(child));
                }
                return read(answer);
            }

            @Override
            public void close() {
                child.close();
            }
        };
    }

    private static String log(ChildJvm child) {
        try {
            return child.await().log();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** @param python the interpreter of an environment with torch and transformers, for adapters with peft too */
    static MeasuringProcess torch(Path python, int threads, Map<String, String> environment) throws IOException {
        Path script = Files.createTempFile("torch-peer", ".py");
        try (InputStream source = MeasuringProcess.class.getResourceAsStream("/bench/torch_peer.py")) {
            Files.write(script, source.readAllBytes());
        }
        ProcessBuilder builder = new ProcessBuilder(python.toString(), script.toString(), Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader answers = process.inputReader();
        BufferedWriter tasks = process.outputWriter();
        if (answers.readLine() == null) {
            throw CommandFailure.unavailable("The Python given by --peer has no torch and transformers.");
        }
        return new MeasuringProcess() {
            @Override
            public JsonNode ask(Map<String, ?> task) {
                try {
                    tasks.write(line(task));
                    tasks.newLine();
                    tasks.flush();
                    String answer = answers.readLine();
                    if (answer == null) {
                        throw CommandFailure.unavailable("the peer's process ended at " + task);
                    }
                    return read(answer);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                process.destroy();
                try {
                    Files.deleteIfExists(script);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static String line(Map<String, ?> task) {
        try {
            return MAPPER.writeValueAsString(task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
