package dev.cadwright.contracts;

import java.util.Map;
import java.util.regex.Pattern;

/** Kinds of jobs: {@code <service>.<verb>}, as {@code render.views}. */
public final class JobKinds {
    public static final String DATASET_BUILD = "dataset.build";
    public static final String DATASET_CONVERSATIONS = "dataset.conversations";
    public static final String DATASET_EXPORT = "dataset.export";
    public static final String RENDER_VIEWS = "render.views";
    public static final String TRAINING_FINETUNE = "training.finetune";
    public static final String INFERENCE_GENERATE = "inference.generate";
    public static final String BENCHMARK_RUN = "benchmark.run";
    public static final String PROGRAMS_EXECUTE = "programs.execute";
    public static final String MODEL_PULL = "model.pull";

    /** First words of kinds that are not the names of the services that run them. */
    private static final Map<String, String> RUN_BY = Map.of("programs", "dataset", "model", "inference");

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]{0,31}(\\.[a-z][a-z0-9_]{0,31}){1,3}");

    private JobKinds() {}

    /**
     * The service that runs jobs of this kind: its first word, but for {@code programs}, which dataset runs, and
     * {@code model}, which inference does.
     */
    public static String service(String kind) {
        requireValid(kind);
        String word = kind.substring(0, kind.indexOf('.'));
        return RUN_BY.getOrDefault(word, word);
    }

    /** Throws {@link IllegalArgumentException} unless {@code kind} has the form of a kind. */
    public static String requireValid(String kind) {
        if (kind == null || !KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("a job kind looks like render.views: " + kind);
        }
        return kind;
    }
}
