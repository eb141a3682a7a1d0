package dev.cadwright.neural.train;

/** Opens what a configuration names. */
final class Sources {
    private Sources() {}

    static SampleSource open(Task.Shapes data, int points) {
        return switch (data) {
            case Task.Shapes.Procedural p ->
                new ProceduralSource(p.seed(), p.samples().orElse(SampleSource.ENDLESS), points);
            case Task.Shapes.Shards s -> TrainingShards.open(s.folder(), points);
        };
    }
}
