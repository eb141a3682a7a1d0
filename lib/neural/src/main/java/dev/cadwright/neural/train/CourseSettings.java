package dev.cadwright.neural.train;

import dev.cadwright.neural.safetensors.ElementType;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads the section {@code training}. */
final class CourseSettings {
    static final long MOST_STEPS = 100_000_000;

    private CourseSettings() {}

    /** What holds where the section says nothing. */
    record Defaults(int batchSize, double learningRate, double weightDecay, double beta2, Schedule.Start start) {
        static Defaults nano(Task.Nano task) {
            return new Defaults(32, task.baseModel().isPresent() ? 3e-4 : 1e-3, 0.05, 0.95, Schedule.Start.AT_ONCE);
        }

        /** As transformers and PEFT begin. */
        static Defaults causal(Task.Causal task) {
            boolean full = task.tuning() instanceof Task.Tuning.Full;
            return new Defaults(8, full ? 5e-5 : 2e-4, 0, 0.999, Schedule.Start.FROM_ZERO);
        }
    }

    static Course course(Settings training, Defaults defaults) {
        boolean standard = defaults.start() == Schedule.Start.FROM_ZERO;
        String scheduler = training.choice(
                "lr_scheduler_type",
                "cosine",
                standard
                        ? List.of("cosine", "linear", "constant", "constant_with_warmup")
                        : List.of("cosine", "linear", "constant"));
        // As transformers has it, a constant rate has no warm-up unless its name says so.
        boolean flat = standard && scheduler.equals("constant");
        double warmupRatio = training.number("warmup_ratio", 0.03, 0, 1);
        OptionalLong warmupSteps = training.has("warmup_steps")
                ? OptionalLong.of(training.whole("warmup_steps", 0, 0, MOST_STEPS))
                : OptionalLong.empty();
        return new Course(
                length(training),
                (int) training.whole("per_device_batch_size", defaults.batchSize(), 1, 65_536),
                (int) training.whole("gradient_accumulation_steps", 1, 1, 65_536),
                training.choice("optimizer", Course.OptimizerKind.values(), Course.OptimizerKind.ADAMW),
                training.number("adam_beta1", 0.9, 0, 0.999999),
                training.number("adam_beta2", defaults.beta2(), 0, 0.999999),
                training.number("adam_epsilon", 1e-8, 0, 1),
                training.number("learning_rate", defaults.learningRate(), 0, 1),
                decay(scheduler),
                defaults.start(),
                flat ? 0 : warmupRatio,
                flat ? OptionalLong.of(0) : warmupSteps,
                training.number("weight_decay", defaults.weightDecay(), 0, 10),
                training.number("max_grad_norm", 1, 1e-9, 1e9),
                (int) training.whole("logging_steps", 10, 1, MOST_STEPS),
                (int) training.whole("save_steps", 500, 1, MOST_STEPS),
                (int) training.whole("eval_steps", 500, 1, MOST_STEPS),
                (int) training.whole("save_total_limit", 2, 1, 1000),
                (int) training.whole("early_stopping_patience", 0, 0, 1000),
                training.number("early_stopping_min_delta", 0, 0, 100),
                training.flag("load_best_model_at_end", true),
                exported(training));
    }

    private static Schedule.Decay decay(String scheduler) {
        return switch (scheduler) {
            case "linear" -> Schedule.Decay.LINEAR;
            case "constant", "constant_with_warmup" -> Schedule.Decay.CONSTANT;
            default -> Schedule.Decay.COSINE;
        };
    }

    private static Course.Length length(Settings training) {
        boolean epochs = training.has("num_epochs");
        boolean steps = training.has("max_steps");
        boolean minutes = training.has("max_minutes");
        if ((epochs ? 1 : 0) + (steps ? 1 : 0) + (minutes ? 1 : 0) != 1) {
            throw Settings.bad("training", "needs exactly one of num_epochs, max_steps and max_minutes");
        }
        return new Course.Length(
                epochs ? OptionalDouble.of(training.number("num_epochs", 1, 1e-6, 1e6)) : OptionalDouble.empty(),
                steps ? OptionalLong.of(training.whole("max_steps", 1, 1, MOST_STEPS)) : OptionalLong.empty(),
                minutes ? OptionalDouble.of(training.number("max_minutes", 1, 1e-3, 1e6)) : OptionalDouble.empty());
    }

    private static ElementType exported(Settings training) {
        return switch (training.choice("export_precision", "fp32", List.of("fp32", "fp16", "bf16"))) {
            case "fp16" -> ElementType.F16;
            case "bf16" -> ElementType.BF16;
            default -> ElementType.F32;
        };
    }
}
