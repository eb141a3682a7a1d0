package dev.cadwright.neural.forward;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The process of one forward pass; prints one {@link ForwardAnswer}. */
public final class ForwardMain {
    private ForwardMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        out.println(JsonMapper.builder()
                .build()
                .writerFor(ForwardAnswer.class)
                .writeValueAsString(answer(ForwardRequest.of(arguments))));
        System.exit(0);
    }

    private static ForwardAnswer answer(ForwardRequest request) {
        NDManager manager = TorchRuntime.start(request.threads());
        TorchRuntime.recordGradients(false);
        try {
            return ForwardPass.run(manager, request);
        } catch (NeuralException e) {
            return new ForwardAnswer.Refused(e.code(), e.getMessage());
        } catch (EngineException | IllegalArgumentException e) {
            // Such as a token beyond the vocabulary, or a mask of another length.
            return new ForwardAnswer.Refused("bad_input", String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return new ForwardAnswer.Refused("unreadable", String.valueOf(e.getMessage()));
        }
    }
}
