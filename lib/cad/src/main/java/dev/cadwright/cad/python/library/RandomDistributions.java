package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** The less common draws of {@code random}, each from the same doubles as Python's. */
final class RandomDistributions {
    private static final double NORMAL_FACTOR = 4 * StrictMath.exp(-0.5) / Math.sqrt(2.0);

    private RandomDistributions() {}

    static Value triangular(RandomModule.Generator self, Arguments call) {
        double low = call.number("low");
        double high = call.number("high");
        double u = RandomModule.nextDouble(self);
        if (high == low) {
            return new FloatValue(low);
        }
        double c = call.isNone("mode") ? 0.5 : (call.number("mode") - low) / (high - low);
        if (u > c) {
            u = 1.0 - u;
            c = 1.0 - c;
            double swapped = low;
            low = high;
            high = swapped;
        }
        return new FloatValue(low + (high - low) * Math.sqrt(u * c));
    }

    /** By the ratio of uniforms (Kinderman and Monahan, 1977). */
    static Value normal(RandomModule.Generator self, Arguments call) {
        while (true) {
            call.runtime().step(1);
            double first = RandomModule.nextDouble(self);
            double second = 1.0 - RandomModule.nextDouble(self);
            double z = NORMAL_FACTOR * (first - 0.5) / second;
            if (z * z / 4.0 <= -StrictMath.log(second)) {
                return new FloatValue(call.number("mu") + z * call.number("sigma"));
            }
        }
    }

    static Value exponential(RandomModule.Generator self, Arguments call) {
        double rate = call.number("lambd");
        if (rate == 0) {
            throw RandomModule.outOfRange();
        }
        return new FloatValue(-StrictMath.log(1.0 - RandomModule.nextDouble(self)) / rate);
    }

    /** As Python's {@code sample}: from a shrinking pool, or by rejection when few of many are wanted. */
    static List<Value> sample(List<Value> population, int count, IntUnaryOperator below) {
        List<Value> chosen = new ArrayList<>(count);
        int size = population.size();
        if (size <= largestPool(count)) {
            for (int i = 0; i < count; i++) {
                int j = below.applyAsInt(size - i);
                chosen.add(population.get(j));
                population.set(j, population.get(size - i - 1));
            }
            return chosen;
        }
        Set<Integer> taken = new HashSet<>();
        while (chosen.size() < count) {
            int j = below.applyAsInt(size);
            if (taken.add(j)) {
                chosen.add(population.get(j));
            }
        }
        return chosen;
    }

    private static int largestPool(int count) {
        int size = 21;
        if (count > 5) {
            size += (int) StrictMath.pow(4, Math.ceil(StrictMath.log(count * 3.0) / StrictMath.log(4)));
        }
        return size;
    }
}
