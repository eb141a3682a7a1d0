package dev.cadwright.gateway.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
import dev.cadwright.gateway.problem.Fault;
import java.util.Optional;
import java.util.function.Predicate;

/** Times and sizes in requests: a number of seconds or bytes, or a text with a unit. Less than a program needs is refused. */
final class Amounts {
    private static final double LEAST_SECONDS = 0.01;
    private static final long LEAST_BYTES = 1 << 20;
    private static final Measure TIME = new Measure(TimeAmount.FORM, "10 ms");
    private static final Measure SIZE = new Measure(SizeAmount.FORM, "1 MiB");

    private record Measure(String form, String least) {}

    private Amounts() {}

    static boolean is(Class<?> type) {
        return type == TimeAmount.class || type == SizeAmount.class;
    }

    static Optional<Fault> check(JsonNode node, Class<?> type, JsonPointer at) {
        return type == TimeAmount.class ? time(node, at) : size(node, at);
    }

    private static Optional<Fault> time(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            return written(node, text -> TimeAmount.parse(text).seconds() >= LEAST_SECONDS, TIME, at);
        }
        return Scalars.check(node, Double.class, at).isPresent()
                ? Optional.of(Scalars.mismatch(node, "a number of seconds, or " + TimeAmount.FORM, at))
                : least(node.doubleValue() >= LEAST_SECONDS, TIME, at);
    }

    private static Optional<Fault> size(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            return written(node, text -> SizeAmount.parse(text).bytes() >= LEAST_BYTES, SIZE, at);
        }
        if (!node.isNumber()) {
            return Optional.of(Scalars.mismatch(node, "a number of bytes, or " + SizeAmount.FORM, at));
        }
        return Scalars.check(node, Long.class, at).or(() -> least(node.longValue() >= LEAST_BYTES, SIZE, at));
    }

    private static Optional<Fault> written(JsonNode node, Predicate<String> enough, Measure measure, JsonPointer at) {
        try {
            return least(enough.test(node.textValue()), measure, at);
        } catch (IllegalArgumentException _) {
            return Optional.of(new Fault(
                    at.toString(),
                    "wrong_form",
                    "\"%s\" is not %s.".formatted(Scalars.brief(node.textValue()), measure.form),
                    null));
        }
    }

    private static Optional<Fault> least(boolean holds, Measure measure, JsonPointer at) {
        return holds
                ? Optional.empty()
                : Optional.of(new Fault(at.toString(), "out_of_range", "Must be at least " + measure.least + "."));
    }
}
