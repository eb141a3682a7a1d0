package dev.cadwright.neural.completion;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.completion.CompletionMessages.Answer;
import dev.cadwright.neural.completion.CompletionMessages.Ask;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.tensor.ScalarType;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The main class of a process that writes: {@code CompletionMain MODEL ADAPTER|"" TYPE QUANTIZATION|"" THREADS}. It loads
 * the model once and answers requests from standard input until that ends; what is being written then ends too.
 */
public final class CompletionMain {
    private static final int UNUSABLE = 4;

    private final PrintStream protocol;
    private final BlockingQueue<Optional<String>> asked = new LinkedBlockingQueue<>();
    /** Requests so far; the one in progress has the number of its turn. */
    private long received;

    private volatile long cancelledUpTo;
    private long turn;

    private CompletionMain(PrintStream protocol) {
        this.protocol = protocol;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream protocol = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Whatever a library prints must not break the protocol.
        System.setOut(System.err);
        CompletionMain main = new CompletionMain(protocol);
        Thread.ofPlatform().daemon().name("asked").start(main::listen);
        System.exit(main.run(source(arguments)));
    }

    private static ModelSource source(String... arguments) {
        return new ModelSource(
                Path.of(arguments[0]),
                Optional.of(arguments[1]).filter(a -> !a.isEmpty()).map(Path::of),
                ScalarType.valueOf(arguments[2].toUpperCase(Locale.ROOT)),
                Optional.of(arguments[3]).filter(q -> !q.isEmpty()).map(Quantization::valueOf),
                Integer.parseInt(arguments[4]));
    }

    /** Reads while the other thread writes, so that a cancellation, or the parent's death, is noticed at once. */
    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(CompletionMessages.line(new CompletionMessages.Cancel()))) {
                    cancelledUpTo = received;
                } else {
                    received++;
                    asked.add(Optional.of(line));
                }
            }
        } catch (IOException e) {
            System.err.println("the questions broke off: " + e.getMessage());
        }
        cancelledUpTo = Long.MAX_VALUE;
        asked.add(Optional.empty());
    }

    private boolean cancelled() {
        return cancelledUpTo >= turn;
    }

    private int run(ModelSource source) throws InterruptedException {
        NDManager manager = TorchRuntime.start(source.threads());
        TorchRuntime.recordGradients(false);
        try (LoadedModel loaded = LoadedModel.load(manager, source)) {
            print(new CompletionMessages.Ready(loaded.abilities()));
            CompletionWork work = new CompletionWork(loaded, this::print, this::cancelled);
            for (Optional<String> line = asked.take(); line.isPresent(); line = asked.take()) {
                answer(work, line.get());
            }
            return 0;
        } catch (NeuralException e) {
            print(new CompletionMessages.Refused(e.code(), e.getMessage()));
        } catch (EngineException | IllegalArgumentException e) {
            print(new CompletionMessages.Refused("bad_model", String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            print(new CompletionMessages.Refused(
                    "bad_model",
                    "a file of the model cannot be read: " + e.getCause().getMessage()));
        }
        return UNUSABLE;
    }

    private void answer(CompletionWork work, String line) {
        turn++;
        try {
            Ask ask = CompletionMessages.ask(line);
            work.answer(ask);
            print(new CompletionMessages.Done(cancelled()));
        } catch (NeuralException e) {
            print(new CompletionMessages.Refused(e.code(), e.getMessage()));
        } catch (EngineException | IllegalArgumentException | UncheckedIOException e) {
            // Such as a token beyond the vocabulary.
            print(new CompletionMessages.Refused("bad_input", String.valueOf(e.getMessage())));
        }
    }

    private synchronized void print(Answer answer) {
        protocol.println(CompletionMessages.line(answer));
    }
}
