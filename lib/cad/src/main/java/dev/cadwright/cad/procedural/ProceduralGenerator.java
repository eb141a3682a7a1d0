package dev.cadwright.cad.procedural;

/**
 * Random sketch-and-extrude programs. Sample {@code index} depends on the seed and the index alone, so samples may be
 * drawn in any order and on any number of threads.
 */
public final class ProceduralGenerator {
    private final long seed;

    public ProceduralGenerator(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    public ProceduralSample sample(long index) {
        throw new UnsupportedOperationException("being built");
    }
}
