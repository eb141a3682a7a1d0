package dev.cadwright.kernel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One frame for a worker: instructions within a budget.
 *
 * @param keep whether the shapes of the frames before are still needed; else the worker drops them first
 * @param time what is left of the budget's time
 */
record RequestFrame(long id, Budget budget, boolean keep, Duration time, List<Instruction> instructions) {
    byte[] encode() {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("id", id);
        frame.put("keep", keep);
        frame.put("memory", budget.memory());
        frame.put("seconds", time.toMillis() / 1000.0);
        frame.put("triangles", budget.triangles());
        frame.put("operations", instructions.stream().map(Instruction::fields).toList());
        return Cbor.write(frame);
    }

    OptionalInt featureOf(int operation) {
        return operation >= 0 && operation < instructions.size()
                ? instructions.get(operation).feature()
                : OptionalInt.empty();
    }
}
