package dev.cadwright.neural;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.nano.NanoConfiguration;
import dev.cadwright.neural.tensor.TorchRuntime;
import dev.cadwright.neural.train.ProceduralSource;
import java.util.ArrayList;
import java.util.List;

/** A model small enough for tests, and clouds for it. */
public final class Tiny {
    public static final int POINTS = 24;
    public static final NanoConfiguration CONFIGURATION = NanoConfiguration.of(POINTS, 32, 1, 1, 32, 2, 2, 96);
    public static final NDManager MANAGER = TorchRuntime.start(1);

    private Tiny() {}

    public static List<float[]> clouds(int count) {
        ProceduralSource source = new ProceduralSource(5, count, POINTS);
        List<float[]> clouds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clouds.add(source.sample(i, 0).points());
        }
        return clouds;
    }
}
