package dev.cadwright.neural.train;

/** Opens what a configuration names. */
final class Sources {
    private Sources() {}

    static SampleSource open(TrainingConfiguration.TrainingData data, int points) {
        return switch (data) {
            case TrainingConfiguration.TrainingData.Procedural p ->
                new ProceduralSource(p.seed(), p.samples().orElse(SampleSource.ENDLESS), points);
            case TrainingConfiguration.TrainingData.Shards s -> TrainingShards.open(s.folder(), points);
        };
    }
}
