package dev.cadwright.neural.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run stands, besides its tensors. Data order, augmentation and dropout depend on the seed and the step alone,
 * so this is all the random state there is.
 *
 * @param seconds spent training, all attempts together
 * @param evaluationsWithoutGain for early stopping
 * @param precision of the first attempt; a resumed one keeps it, or its weights would differ
 * @param logged losses of the steps since the last line; checkpoints of earlier versions have none
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RunState(
        long step,
        Schedule schedule,
        long tokens,
        double seconds,
        double bestLoss,
        long bestStep,
        long evaluatedAt,
        int evaluationsWithoutGain,
        long seed,
        String precision,
        LoggedLoss logged) {
    RunState {
        logged = logged == null ? LoggedLoss.NONE : logged;
    }

    /** Until the speed is known a training by the clock has no end in sight. */
    private static final long UNPLANNED = 1_000_000;

    private static final double NONE = 1e300;

    /** Name of the state's file in a checkpoint. */
    static final String FILE = "trainer_state.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static RunState read(Path checkpoint) {
        try {
            return MAPPER.readValue(Files.readAllBytes(checkpoint.resolve(FILE)), RunState.class);
        } catch (IOException e) {
            throw new NeuralException("bad_checkpoint", "no readable state in " + checkpoint, e);
        }
    }

    byte[] toJson() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param processes that share each step */
    static RunState fresh(
            TrainingConfiguration configuration, Precision precision, BatchSource<?> data, int processes) {
        long steps = steps(configuration.course(), data, processes);
        Course course = configuration.course();
        return new RunState(
                0,
                Schedule.of(course.decay(), course.learningRate(), course.warmup(steps), steps, course.start()),
                0,
                0,
                NONE,
                -1,
                0,
                0,
                configuration.seed(),
                precision.name(),
                LoggedLoss.NONE);
    }

    private static long steps(Course course, BatchSource<?> data, int processes) {
        Course.Length length = course.length();
        if (length.steps().isPresent()) {
            return length.steps().getAsLong();
        }
        if (length.minutes().isPresent()) {
            return UNPLANNED;
        }
        if (data.samples() == SampleSource.ENDLESS) {
            throw Settings.bad("training.num_epochs", "needs train_data.samples: procedural shapes never end");
        }
        double perStep = (double) data.batchSize() * course.accumulation() * processes;
        return Math.max(1, (long) Math.ceil(length.epochs().getAsDouble() * data.samples() / perStep));
    }

    RunState advanced(int targets, double stepSeconds, double loss) {
        return new RunState(
                step + 1,
                schedule,
                tokens + targets,
                seconds + stepSeconds,
                bestLoss,
                bestStep,
                evaluatedAt,
                evaluationsWithoutGain,
                seed,
                precision,
                logged.plus(loss, targets));
    }

    RunState evaluated(double loss, boolean best) {
        return new RunState(
                step,
                schedule,
                tokens,
                seconds,
                best ? loss : bestLoss,
                best ? step : bestStep,
                step,
                best ? 0 : evaluationsWithoutGain + 1,
                seed,
                precision,
                logged);
    }

    /** The same with another end and another warm-up. */
    RunState planned(long steps, long warmup) {
        return new RunState(
                step,
                schedule.endingAt(steps, step).withWarmup(warmup),
                tokens,
                seconds,
                bestLoss,
                bestStep,
                evaluatedAt,
                evaluationsWithoutGain,
                seed,
                precision,
                logged);
    }

    /** The same, its losses logged. */
    RunState reported() {
        return new RunState(
                step,
                schedule,
                tokens,
                seconds,
                bestLoss,
                bestStep,
                evaluatedAt,
                evaluationsWithoutGain,
                seed,
                precision,
                LoggedLoss.NONE);
    }

    /** Steps of the whole run; 0 while that is open. */
    long plannedSteps() {
        return schedule.steps() == UNPLANNED ? 0 : schedule.steps();
    }

    boolean exhausted(int patience) {
        return patience > 0 && evaluationsWithoutGain >= patience;
    }
}
