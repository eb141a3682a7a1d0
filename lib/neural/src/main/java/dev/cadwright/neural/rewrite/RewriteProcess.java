package dev.cadwright.neural.rewrite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.process.ChildExit;
import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;
import java.util.function.Consumer;

/** Rewrites models in child processes, since native code can abort. */
public final class RewriteProcess {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RewriteProcess() {}

    /**
     * @param progress called as the work goes on
     * @throws NeuralException {@code rewrite_died} if the process dies, {@code rewrite_refused} or a more exact code if
     *     the model or the adapter is not usable
     */
    public static RewriteEvent.Done run(
            ChildOptions options, RewriteRequest request, Consumer<RewriteEvent.Progress> progress)
            throws InterruptedException {
        String[] arguments = request.arguments().toArray(String[]::new);
        try (ChildJvm child = ChildJvm.start(options, RewriteMain.class, arguments)) {
            for (String line = child.readLine(); line != null; line = child.readLine()) {
                switch (MAPPER.readValue(line, RewriteEvent.class)) {
                    case RewriteEvent.Progress step -> progress.accept(step);
                    case RewriteEvent.Done done -> {
                        return done;
                    }
                    case RewriteEvent.Refused refused -> throw new NeuralException(refused.code(), refused.message());
                }
            }
            ChildExit exit = child.await();
            throw new NeuralException(
                    "rewrite_died",
                    "the process ended by " + exit.signal() + " (" + exit.status() + ")\n" + exit.log());
        } catch (JsonProcessingException e) {
            throw new NeuralException("broken_protocol", "the process answered no JSON", e);
        }
    }
}
