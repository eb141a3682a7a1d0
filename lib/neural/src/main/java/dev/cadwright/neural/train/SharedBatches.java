package dev.cadwright.neural.train;

import dev.cadwright.neural.parallel.Collective;
import java.util.ArrayList;
import java.util.List;

/**
 * One process's part of a sequence of batches: of each {@code size} batches that follow each other, the one of its rank.
 * Together the processes see in a step what one process alone sees in as many passes.
 */
record SharedBatches<B extends Batch>(BatchSource<B> whole, int rank, int size) implements BatchSource<B> {
    static <B extends Batch> BatchSource<B> of(BatchSource<B> whole, Collective team) {
        return team.size() == 1 ? whole : new SharedBatches<>(whole, team.rank(), team.size());
    }

    @Override
    public long samples() {
        return whole.samples();
    }

    @Override
    public int batchSize() {
        return whole.batchSize();
    }

    @Override
    public int groupSize() {
        return whole.groupSize();
    }

    @Override
    public List<B> group(long group) {
        List<B> batches = new ArrayList<>(size * groupSize());
        for (long part = group * size; part < (group + 1) * size; part++) {
            batches.addAll(whole.group(part));
        }
        List<B> own = new ArrayList<>(groupSize());
        for (int i = rank; i < batches.size(); i += size) {
            own.add(batches.get(i));
        }
        return own;
    }
}
