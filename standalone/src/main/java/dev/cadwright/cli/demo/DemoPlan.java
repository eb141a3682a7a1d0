package dev.cadwright.cli.demo;

/**
 * How large the demonstration is.
 *
 * @param minutes of fine-tuning
 * @param training procedural shapes to fine-tune on
 * @param validation procedural shapes to validate and measure on
 * @param candidates programs a shape, of which the input cloud chooses one
 */
record DemoPlan(double minutes, int training, int validation, int candidates) {
    private static final int TRAINING_SEED = 1001;
    private static final int VALIDATION_SEED = 2002;

    int trainingSeed() {
        return TRAINING_SEED;
    }

    int validationSeed() {
        return VALIDATION_SEED;
    }

    /** The name of the dataset: runs of the same plan share it. */
    String dataset() {
        return "demo-%d-%d".formatted(training, validation);
    }

    /** Tells apart the steps that depend on how long is trained. */
    String trained() {
        return "%s-%sm".formatted(dataset(), Double.toString(minutes).replace('.', '-'));
    }
}
