package dev.cadwright.neural.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.process.ChildExit;
import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.Classification;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One attempt of a training in a child JVM. Starting again in the same run folder continues from the last complete
 * checkpoint.
 */
public final class TrainingProcess implements AutoCloseable {
    /** Number format for {@code precision: auto}, passed down by the parent, which has asked the probe. */
    public static final String PRECISION_VARIABLE = "CADWRIGHT_PRECISION";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ChildJvm child;

    private TrainingProcess(ChildJvm child) {
        this.child = child;
    }

    /** @param config the configuration file; {@code precision: auto} means fp32 unless the environment says more */
    public static TrainingProcess start(ChildOptions options, Path config, Path run) {
        return new TrainingProcess(ChildJvm.start(options, TrainingMain.class, config.toString(), run.toString()));
    }

    public long pid() {
        return child.pid();
    }

    /** Follows the training to its end on the calling thread, passing on every event. */
    public TrainingOutcome follow(Consumer<TrainingEvent> listener) throws InterruptedException {
        Optional<TrainingOutcome> said = Optional.empty();
        for (String line = child.readLine(); line != null; line = child.readLine()) {
            TrainingEvent event;
            try {
                event = MAPPER.readValue(line, TrainingEvent.class);
            } catch (JsonProcessingException e) {
                child.kill();
                return new TrainingOutcome.Failed("broken_protocol", "not an event: " + line, Classification.PERMANENT);
            }
            listener.accept(event);
            switch (event) {
                case TrainingEvent.Finished finished -> said = Optional.of(new TrainingOutcome.Finished(finished));
                case TrainingEvent.Failed failed ->
                    said = Optional.of(
                            new TrainingOutcome.Failed(failed.code(), failed.message(), failed.classification()));
                case TrainingEvent.Started _,
                        TrainingEvent.Prepared _,
                        TrainingEvent.Step _,
                        TrainingEvent.Evaluated _,
                        TrainingEvent.Checkpointed _ -> {}
            }
        }
        ChildExit exit = child.await();
        return said.orElseGet(
                () -> new TrainingOutcome.Died(exit.status(), exit.signal(), exit.classification(), exit.log()));
    }

    /** Asks for a checkpoint and the end; a child that no longer listens is already ending. */
    public void stop() {
        child.writeLine("{\"command\":\"stop\"}");
    }

    public void checkpoint() {
        child.writeLine("{\"command\":\"checkpoint\"}");
    }

    /** Waits for the child's end for so long; returns whether it came. */
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        return child.await(timeout, unit);
    }

    /** Ends the whole process group at once. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
