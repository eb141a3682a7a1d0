package dev.cadwright.service.training;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.neural.train.TrainingSample;
import dev.cadwright.neural.train.TrainingShards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a split of a dataset as the shards that a training process reads. */
final class TrainingData {
    private static final int SAMPLES_A_SHARD = 1024;

    private final Path folder;
    private final List<TrainingSample> pending = new ArrayList<>();
    private int shards;
    private int samples;

    private TrainingData(Path folder) {
        this.folder = folder;
    }

    /** @return how many samples have a program that the model can learn */
    static int write(String dataset, Split split, ArtifactStore store, Path folder) {
        TrainingData data = new TrainingData(folder);
        try {
            Files.createDirectories(folder);
            Dataset.open(dataset, store).each(split, Integer.MAX_VALUE, data::add);
            data.flush();
            return data.samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Sample sample) {
        Optional<BlockProgram> program = sample.text(SampleFile.BLOCKS)
                .flatMap(text -> BlockText.parse(text).toOptional());
        if (program.isEmpty()) {
            return;
        }
        pending.add(new TrainingSample(program.get(), sample.points().toFloatArray()));
        samples++;
        if (pending.size() == SAMPLES_A_SHARD) {
            flush();
        }
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        try {
            Files.write(folder.resolve("shard-%05d.safetensors".formatted(shards++)), TrainingShards.shard(pending));
            pending.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
