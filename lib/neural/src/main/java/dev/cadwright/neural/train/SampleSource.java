package dev.cadwright.neural.train;

/** Where samples come from. Samples depend on their index alone, so any order and any restart give the same ones. */
public interface SampleSource {
    /** For a source that never runs out. */
    long ENDLESS = Long.MAX_VALUE;

    long size();

    /**
     * @param index from 0 to below {@link #size}
     * @param visit how often this sample was seen before; a source may give another cloud of the same shape
     */
    TrainingSample sample(long index, int visit);
}
