package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.tensor.Operations;

/**
 * The angles by which one position turns each pair of dimensions. Computed in single precision, in the order in which
 * transformers does, so that long positions get the same angles.
 */
final class RotaryFrequencies {
    private static final float TURN = (float) (2 * Math.PI);

    private RotaryFrequencies() {}

    /** @param longest the highest position at hand, plus one; only dynamic scaling asks for it */
    static float[] of(RotaryParameters rotary, Operations ops, NDManager manager, long longest) {
        return switch (rotary.scaling()) {
            case RotaryParameters.Scaling.None _ -> inverse(periods(ops, manager, rotary.base(), rotary.size()));
            case RotaryParameters.Scaling.Linear linear -> {
                float[] frequencies = inverse(periods(ops, manager, rotary.base(), rotary.size()));
                for (int i = 0; i < frequencies.length; i++) {
                    frequencies[i] /= (float) linear.factor();
                }
                yield frequencies;
            }
            case RotaryParameters.Scaling.Dynamic dynamic ->
                inverse(periods(ops, manager, grown(rotary, dynamic, longest), rotary.size()));
            case RotaryParameters.Scaling.Llama3 llama ->
                llama(inverse(periods(ops, manager, rotary.base(), rotary.size())), llama);
            case RotaryParameters.Scaling.Yarn yarn ->
                yarn(periods(ops, manager, rotary.base(), rotary.size()), rotary, yarn);
        };
    }

    private static float[] periods(Operations ops, NDManager manager, double base, int size) {
        try (NDArray periods = ops.rotaryPeriods(manager, base, size)) {
            return periods.toFloatArray();
        }
    }

    private static float[] inverse(float[] periods) {
        float[] frequencies = new float[periods.length];
        for (int i = 0; i < periods.length; i++) {
            frequencies[i] = 1 / periods[i];
        }
        return frequencies;
    }

    private static double grown(RotaryParameters rotary, RotaryParameters.Scaling.Dynamic dynamic, long longest) {
        double length = Math.max(longest, dynamic.trained());
        double growth = dynamic.factor() * length / dynamic.trained() - (dynamic.factor() - 1);
        return rotary.base() * Math.pow(growth, rotary.size() / (rotary.size() - 2.0));
    }

    /** Long waves are stretched, short ones left alone, those between blended. */
    private static float[] llama(float[] frequencies, RotaryParameters.Scaling.Llama3 scaling) {
        float factor = (float) scaling.factor();
        float low = (float) scaling.low();
        float span = (float) (scaling.high() - scaling.low());
        float longWave = (float) (scaling.trained() / scaling.low());
        float shortWave = (float) (scaling.trained() / scaling.high());
        for (int i = 0; i < frequencies.length; i++) {
            float wave = TURN / frequencies[i];
            if (wave > longWave) {
                frequencies[i] /= factor;
            } else if (wave >= shortWave) {
                float smooth = ((float) scaling.trained() / wave - low) / span;
                frequencies[i] = (1 - smooth) * frequencies[i] / factor + smooth * frequencies[i];
            }
        }
        return frequencies;
    }

    /** Dimensions that turn often keep their frequency, those that turn seldom are interpolated. */
    private static float[] yarn(float[] periods, RotaryParameters rotary, RotaryParameters.Scaling.Yarn scaling) {
        double low = dimensionTurning(scaling.fast(), rotary, scaling.trained());
        double high = dimensionTurning(scaling.slow(), rotary, scaling.trained());
        if (scaling.whole()) {
            low = Math.floor(low);
            high = Math.ceil(high);
        }
        low = Math.max(low, 0);
        high = Math.min(high, rotary.size() - 1.0);
        // A ramp of no width would divide by zero.
        float width = (float) (high == low ? 0.001 : high - low);
        float[] frequencies = new float[periods.length];
        for (int i = 0; i < periods.length; i++) {
            float kept = 1 - Math.clamp((i - (float) low) / width, 0f, 1f);
            float interpolated = 1 / ((float) scaling.factor() * periods[i]);
            frequencies[i] = interpolated * (1 - kept) + 1 / periods[i] * kept;
        }
        return frequencies;
    }

    private static double dimensionTurning(double turns, RotaryParameters rotary, double trained) {
        return rotary.size() * Math.log(trained / (turns * 2 * Math.PI)) / (2 * Math.log(rotary.base()));
    }
}
