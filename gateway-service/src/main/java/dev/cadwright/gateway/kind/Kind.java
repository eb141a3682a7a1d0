package dev.cadwright.gateway.kind;

import dev.cadwright.contracts.JobKinds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of jobs that clients may start, each with the form of its input ({@code docs/jobs-kinds.md}). */
public enum Kind {
    DATASET_BUILD(JobKinds.DATASET_BUILD, DatasetBuild.class),
    DATASET_CONVERSATIONS(JobKinds.DATASET_CONVERSATIONS, DatasetConversations.class),
    DATASET_EXPORT(JobKinds.DATASET_EXPORT, DatasetExport.class),
    RENDER_VIEWS(JobKinds.RENDER_VIEWS, RenderViews.class),
    TRAINING_FINETUNE(JobKinds.TRAINING_FINETUNE, TrainingFinetune.class),
    INFERENCE_GENERATE(JobKinds.INFERENCE_GENERATE, InferenceGenerate.class),
    BENCHMARK_RUN(JobKinds.BENCHMARK_RUN, BenchmarkRun.class),
    PROGRAMS_EXECUTE(JobKinds.PROGRAMS_EXECUTE, ProgramsExecute.class),
    MODEL_PULL(JobKinds.MODEL_PULL, ModelPull.class);

    private final String wire;
    private final Class<? extends Record> input;

    Kind(String wire, Class<? extends Record> input) {
        this.wire = wire;
        this.input = input;
    }

    /** Its name in commands, events and the API, such as {@code render.views}. */
    public String wire() {
        return wire;
    }

    /** The record that its input can be read as once references are resolved. */
    public Class<? extends Record> input() {
        return input;
    }

    public static Optional<Kind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Kind::wire).toList();
    }
}
