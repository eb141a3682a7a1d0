package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The module {@code random}: for a seed that is an int or a float's integral value, the same numbers as Python's. A
 * program that does not seed draws as after {@code seed(0)}, so that it makes the same shape every time.
 */
final class RandomModule {
    /** What a generator does with its state. */
    @FunctionalInterface
    private interface Draw {
        Value draw(Generator generator, Arguments call);
    }

    /** {@code random.Random(seed)}; one that a program does not make itself stands behind the module's functions. */
    static final class Generator implements HostObject {
        private final MersenneTwister twister = new MersenneTwister(BigInteger.ZERO);
        private double spareGauss = Double.NaN;

        @Override
        public HostType type() {
            return TYPE;
        }
    }

    private static final Map<String, Map.Entry<String, Draw>> DRAWS = draws();

    static final HostType TYPE = type();
    static final ModuleValue MODULE = new ModuleValue("random", attributes(), Map.of("SystemRandom", "it has no seed"));

    private RandomModule() {}

    private static Map<String, Map.Entry<String, Draw>> draws() {
        Map<String, Map.Entry<String, Draw>> all = new LinkedHashMap<>();
        all.put("seed", Map.entry("a=None, version=2", RandomModule::seed));
        all.put("random", Map.entry("", (self, call) -> new FloatValue(self.twister.nextDouble())));
        all.put("uniform", Map.entry("a, b", RandomModule::uniform));
        all.put("triangular", Map.entry("low=0.0, high=1.0, mode=None", RandomDistributions::triangular));
        all.put("gauss", Map.entry("mu=0.0, sigma=1.0", RandomModule::gauss));
        all.put("normalvariate", Map.entry("mu=0.0, sigma=1.0", RandomDistributions::normal));
        all.put("expovariate", Map.entry("lambd", RandomDistributions::exponential));
        all.put(
                "getrandbits",
                Map.entry(
                        "k, /",
                        (self, call) ->
                                IntValue.of(self.twister.bits((int) Math.clamp(call.integer("k"), 0, 65_536L)))));
        all.put("randrange", Map.entry("start, stop=None, step=1", RandomModule::range));
        all.put(
                "randint",
                Map.entry(
                        "a, b",
                        (self, call) -> drawn(
                                self, whole(call, "a"), whole(call, "b").add(BigInteger.ONE), BigInteger.ONE, call)));
        all.put("choice", Map.entry("seq", RandomModule::choice));
        all.put("choices", Map.entry("population, weights=None, *, cum_weights=None, k=1", RandomModule::choices));
        all.put("shuffle", Map.entry("x", RandomModule::shuffle));
        all.put("sample", Map.entry("population, k", RandomModule::sample));
        return all;
    }

    private static HostType type() {
        HostTypeBuilder<Generator> type = HostType.named("Random", Generator.class)
                .constructor("x=None", call -> {
                    call.runtime().allocate(Footprint.RANDOM_STATE);
                    Generator generator = new Generator();
                    seed(generator, call);
                    return generator;
                });
        DRAWS.forEach((name, draw) -> type.method(name, draw.getKey(), draw.getValue()::draw));
        return type.build();
    }

    private static Map<String, Value> attributes() {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("Random", TYPE);
        DRAWS.forEach((name, draw) -> all.put(name, HostFunction.of(name, draw.getKey(), call -> draw.getValue()
                .draw(call.runtime().state(Generator.class, Generator::new), call))));
        return all;
    }

    private static Value seed(Generator self, Arguments call) {
        BigInteger seed =
                switch (call.at(0)) {
                    case NoneValue none -> BigInteger.ZERO;
                    case IntValue number -> number.toBigInteger();
                    case BoolValue bool -> bool.toInt().toBigInteger();
                    case FloatValue(double number)
                    when number == Math.rint(number) && Double.isFinite(number) ->
                        ScalarTypes.truncated(number).toBigInteger();
                    case StrValue text -> throw new UnsupportedConstruct("random.seed of a string", "seed with an int");
                    default -> throw new UnsupportedConstruct("random.seed of this value", "seed with an int");
                };
        self.twister.seed(seed);
        self.spareGauss = Double.NaN;
        return NoneValue.NONE;
    }

    static double nextDouble(Generator self) {
        return self.twister.nextDouble();
    }

    private static Value uniform(Generator self, Arguments call) {
        double a = call.number("a");
        return new FloatValue(a + (call.number("b") - a) * self.twister.nextDouble());
    }

    private static Value gauss(Generator self, Arguments call) {
        double z = self.spareGauss;
        self.spareGauss = Double.NaN;
        if (Double.isNaN(z)) {
            double angle = self.twister.nextDouble() * 2 * Math.PI;
            double radius = Math.sqrt(-2.0 * StrictMath.log(1.0 - self.twister.nextDouble()));
            z = StrictMath.cos(angle) * radius;
            self.spareGauss = StrictMath.sin(angle) * radius;
        }
        return new FloatValue(call.number("mu") + z * call.number("sigma"));
    }

    private static BigInteger whole(Arguments call, String parameter) {
        return NumberFunctions.whole(call.value(parameter)).toBigInteger();
    }

    private static Value range(Generator self, Arguments call) {
        BigInteger start = whole(call, "start");
        BigInteger step = whole(call, "step");
        return call.isNone("stop")
                ? drawn(self, BigInteger.ZERO, start, BigInteger.ONE, call)
                : drawn(self, start, whole(call, "stop"), step, call);
    }

    private static Value drawn(Generator self, BigInteger start, BigInteger stop, BigInteger step, Arguments call) {
        if (step.signum() == 0) {
            throw PythonError.valueError("zero step for randrange()");
        }
        BigInteger[] parts = stop.subtract(start).abs().divideAndRemainder(step.abs());
        BigInteger count = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
        if (count.signum() == 0 || stop.subtract(start).signum() != step.signum()) {
            throw PythonError.valueError(
                    "empty range for randrange() (" + start + ", " + stop + ", " + stop.subtract(start) + ")");
        }
        call.runtime().step(1);
        return IntValue.of(start.add(self.twister.below(count).multiply(step)));
    }

    private static int below(Generator self, int limit) {
        return self.twister.below(BigInteger.valueOf(limit)).intValue();
    }

    private static Value choice(Generator self, Arguments call) {
        int size = (int) call.runtime().length(call.at(0));
        if (size == 0) {
            throw PythonError.indexError("Cannot choose from an empty sequence");
        }
        return call.runtime().index(call.at(0), IntValue.of(below(self, size)));
    }

    private static Value choices(Generator self, Arguments call) {
        List<Value> population = call.list("population");
        double[] cumulative = call.isNone("cum_weights") ? null : call.numbers("cum_weights");
        if (!call.isNone("weights")) {
            cumulative = call.numbers("weights");
            for (int i = 1; i < cumulative.length; i++) {
                cumulative[i] += cumulative[i - 1];
            }
        }
        if (cumulative != null && cumulative.length != population.size()) {
            throw PythonError.valueError("The number of weights does not match the population");
        }
        if (population.isEmpty()) {
            throw PythonError.indexError("list index out of range");
        }
        long count = call.integer("k");
        Sequences.charge(call.runtime(), Math.max(0, count));
        List<Value> chosen = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            call.runtime().step(1);
            chosen.add(population.get(weighted(self.twister.nextDouble(), cumulative, population.size())));
        }
        return new ListValue(chosen);
    }

    private static int weighted(double drawn, double[] cumulative, int size) {
        if (cumulative == null) {
            return (int) Math.floor(drawn * size);
        }
        double wanted = drawn * cumulative[size - 1];
        int index = 0;
        while (index < size - 1 && cumulative[index] <= wanted) {
            index++;
        }
        return index;
    }

    private static Value shuffle(Generator self, Arguments call) {
        List<Value> items = call.instance("x", ListValue.class, "a list").items();
        for (int i = items.size() - 1; i > 0; i--) {
            call.runtime().step(1);
            int j = below(self, i + 1);
            Value moved = items.get(i);
            items.set(i, items.get(j));
            items.set(j, moved);
        }
        return NoneValue.NONE;
    }

    private static Value sample(Generator self, Arguments call) {
        List<Value> population = new ArrayList<>(call.list("population"));
        long count = call.integer("k");
        if (count < 0 || count > population.size()) {
            throw PythonError.valueError("Sample larger than population or is negative");
        }
        Sequences.charge(call.runtime(), population.size() + count);
        return new ListValue(RandomDistributions.sample(population, (int) count, limit -> below(self, limit)));
    }

    static PythonError outOfRange() {
        return PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
    }
}
