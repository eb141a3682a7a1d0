package dev.cadwright.neural.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.process.ChildExit;
import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;

/** Runs forward passes in child processes, since native code can abort. */
public final class ForwardProcess {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ForwardProcess() {}

    /** @throws NeuralException {@code forward_died} if the process dies */
    public static ForwardAnswer run(ChildOptions options, ForwardRequest request) throws InterruptedException {
        String[] arguments = request.arguments().toArray(String[]::new);
        try (ChildJvm child = ChildJvm.start(options, ForwardMain.class, arguments)) {
            String line = child.readLine();
            if (line == null) {
                ChildExit exit = child.await();
                throw new NeuralException(
                        "forward_died",
                        "the process ended by " + exit.signal() + " (" + exit.status() + ")\n" + exit.log());
            }
            return MAPPER.readValue(line, ForwardAnswer.class);
        } catch (JsonProcessingException e) {
            throw new NeuralException("broken_protocol", "the process answered no JSON", e);
        }
    }
}
