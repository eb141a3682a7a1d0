package dev.cadwright.neural.train;

import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.transpile.CadQueryPrinter;
import dev.cadwright.neural.corpus.Cloud;
import dev.cadwright.neural.corpus.Sample;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Shapes of a folder of shards as questions, their points, and answers, CadQuery programs. */
final class ShapeLessons {
    private ShapeLessons() {}

    static void read(Path folder, int points, Consumer<Sample> sink) {
        TrainingShards shards = TrainingShards.open(folder, points);
        for (long i = 0; i < shards.size(); i++) {
            TrainingSample sample = shards.sample(i, 0);
            String program = CadQueryPrinter.print(Blocks.toConstruction(sample.program()))
                    .orElseThrow();
            sink.accept(new Sample(
                    new Sample.Content.Continuation("", program),
                    Optional.empty(),
                    Optional.of(new Cloud.Given(sample.points()))));
        }
    }
}
