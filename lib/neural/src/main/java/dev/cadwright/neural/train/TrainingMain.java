package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.parallel.Member;
import dev.cadwright.neural.process.Classification;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The main class of a training process: {@code TrainingMain CONFIG RUN_FOLDER}. Events go to standard output, one JSON
 * object a line; commands come in on standard input ({@code {"command":"stop"}}, {@code {"command":"checkpoint"}}). The
 * end of standard input means that the parent is gone, and stops the training after a checkpoint.
 */
public final class TrainingMain {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int FAILED = 4;

    private TrainingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream protocol = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Whatever a library prints must not break the protocol.
        System.setOut(System.err);
        if (arguments.length != 2) {
            System.err.println("usage: TrainingMain CONFIG RUN_FOLDER");
            System.exit(2);
        }
        Optional<Member> place = Member.fromEnvironment(System.getenv());
        Commands commands = new Commands();
        Thread.ofPlatform().daemon().name("commands").start(commands::read);
        try {
            TrainingConfiguration configuration = TrainingConfiguration.read(Path.of(arguments[0]));
            NDManager manager = TorchRuntime.start(configuration.threads());
            Precision precision = precision(configuration.precision());
            try (TrainingTeam team = TrainingTeam.of(place, configuration.processes(), arguments)) {
                Trainer trainer = new Trainer(
                        configuration,
                        precision,
                        Path.of(arguments[1]),
                        commands,
                        event -> print(protocol, event),
                        team.collective());
                TrainingEvent.Finished finished = trainer.run(manager);
                if (team.collective().isFirst()) {
                    print(protocol, finished);
                }
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // The boundary of the process: whatever it was, the parent hears of it, and the log has the whole story.
            e.printStackTrace(System.err);
            print(protocol, failure(e));
            System.exit(FAILED);
        }
        System.exit(0);
    }

    static TrainingEvent.Failed failure(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof NeuralException known) {
            return new TrainingEvent.Failed(known.code(), message, classification(known.code()));
        }
        // libtorch's allocator says this in an exception of no type of its own.
        if (thrown instanceof OutOfMemoryError || message.contains("can't allocate memory")) {
            return new TrainingEvent.Failed("out_of_memory", message, Classification.EXHAUSTED);
        }
        return new TrainingEvent.Failed("internal", thrown.toString(), Classification.PERMANENT);
    }

    private static Classification classification(String code) {
        return switch (code) {
            case "checkpoint_not_written" -> Classification.EXHAUSTED;
            case "run_in_use", "peer_lost" -> Classification.TRANSIENT;
            default -> Classification.PERMANENT;
        };
    }

    private static Precision precision(String configured) {
        String name = configured.equals("auto")
                ? System.getenv().getOrDefault(TrainingProcess.PRECISION_VARIABLE, "fp32")
                : configured;
        return Precision.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static void print(PrintStream protocol, TrainingEvent event) {
        try {
            protocol.println(MAPPER.writerFor(TrainingEvent.class).writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Commands implements TrainingControl {
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicBoolean checkpoint = new AtomicBoolean();

        @Override
        public boolean stopRequested() {
            return stop.get();
        }

        @Override
        public boolean checkpointRequested() {
            return checkpoint.getAndSet(false);
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode command = MAPPER.readTree(line);
                    switch (command.path("command").asText()) {
                        case "stop" -> stop.set(true);
                        case "checkpoint" -> checkpoint.set(true);
                        default -> System.err.println("unknown command: " + line);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                stop.set(true);
            }
        }
    }
}
