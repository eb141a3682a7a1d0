package dev.cadwright.neural.nano;

/** The constant tensors of a model: Fourier frequencies, features of the number tokens, rotary tables. */
record Positions(float[] frequencies, float[] numbers, float[] cosines, float[] sines) {
    static Positions of(NanoConfiguration c) {
        float[] frequencies = new float[c.frequencies()];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = (float) (Math.PI / 2 * Math.pow(2, k));
        }
        int half = c.headSize() / 2;
        float[] cosines = new float[c.maxTokens() * half];
        float[] sines = new float[c.maxTokens() * half];
        for (int position = 0; position < c.maxTokens(); position++) {
            for (int j = 0; j < half; j++) {
                double angle = position * Math.pow(c.ropeTheta(), -(double) j / half);
                cosines[position * half + j] = (float) Math.cos(angle);
                sines[position * half + j] = (float) Math.sin(angle);
            }
        }
        return new Positions(frequencies, numbers(c, frequencies), cosines, sines);
    }

    /** [vocabulary, features]: x, sines, cosines of a number's value over 100; zeros for other tokens. */
    private static float[] numbers(NanoConfiguration c, float[] frequencies) {
        int width = c.numberFeatures();
        int count = frequencies.length;
        float[] features = new float[c.vocabSize() * width];
        for (int value = -BlockTokens.LIMIT; value <= BlockTokens.LIMIT; value++) {
            int row = BlockTokens.number(value) * width;
            double x = value / (double) BlockTokens.LIMIT;
            features[row] = (float) x;
            for (int k = 0; k < count; k++) {
                features[row + 1 + k] = (float) Math.sin(x * frequencies[k]);
                features[row + 1 + count + k] = (float) Math.cos(x * frequencies[k]);
            }
        }
        return features;
    }
}
