package dev.cadwright.dataset.source;

import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.procedural.ProceduralGenerator;

/** Generated shapes: as many as asked for. */
final class ProceduralSource implements ShapeSource {
    private final ProceduralGenerator generator;
    private final int count;

    ProceduralSource(long seed, int count) {
        this.generator = new ProceduralGenerator(seed);
        this.count = count;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public RawShape shape(int index) {
        BlockProgram program = generator.sample(index).program();
        return new RawShape.Generated(
                "p%d-%07d".formatted(generator.seed(), index), program, Blocks.toConstruction(program));
    }

    @Override
    public void close() {}
}
