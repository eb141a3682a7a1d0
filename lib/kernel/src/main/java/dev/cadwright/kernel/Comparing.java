package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.kernel.Comparison.Side;
import dev.cadwright.kernel.Dispatcher.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One comparison: both shapes are built and checked, then compared, in one frame. */
final class Comparing {
    private final KernelPool pool;
    private final Dispatcher dispatcher;
    private final Source first;
    private final Source second;
    private final CompareRequest request;
    private final List<Instruction> instructions = new ArrayList<>();

    Comparing(KernelPool pool, Dispatcher dispatcher, Source first, Source second, CompareRequest request) {
        this.pool = pool;
        this.dispatcher = dispatcher;
        this.first = first;
        this.second = second;
        this.request = request;
    }

    Comparison compare() {
        if (Sources.isEmpty(first)) {
            return new Comparison.Failed(Side.FIRST, Sources.nothing());
        }
        if (Sources.isEmpty(second)) {
            return new Comparison.Failed(Side.SECOND, Sources.nothing());
        }
        int one = build(first, 1);
        int firstEnd = instructions.size();
        int other = build(second, firstEnd + 1);
        int secondEnd = instructions.size();
        instructions.add(Instruction.compare(one, other, request.rotations(), request.components()));
        return switch (dispatcher.dispatch(request.budget(), instructions)) {
            case Outcome.Lost(var execution, var _) -> new Comparison.Failed(Side.BOTH, execution);
            case Outcome.Answer answer ->
                answer.reply()
                        .failure()
                        .map(failure -> failed(failure, answer, side(failure.operation(), firstEnd, secondEnd)))
                        .orElseGet(() -> overlap(answer));
        };
    }

    /** Each instruction makes at most one shape: counting on from their number keeps handles apart. */
    private int build(Source source, int firstHandle) {
        int handle = Sources.build(source, request.longestSide(), firstHandle, instructions);
        instructions.add(Instruction.check(handle));
        return handle;
    }

    private static Side side(int operation, int firstEnd, int secondEnd) {
        if (operation < firstEnd) {
            return Side.FIRST;
        }
        return operation < secondEnd ? Side.SECOND : Side.BOTH;
    }

    private Comparison failed(Reply.Failure failure, Outcome.Answer answer, Side side) {
        if (failure.category().equals("invalid")) {
            return new Comparison.Failed(side, measured(side == Side.FIRST ? first : second, failure, answer));
        }
        return new Comparison.Failed(side, ExecutionReader.failed(failure, answer));
    }

    /** The measures of an invalid shape were not taken during the comparison. */
    private Execution measured(Source source, Reply.Failure failure, Outcome.Answer answer) {
        Request measure = new Request(Optional.empty(), false, false, request.longestSide(), request.budget());
        Execution execution = pool.execute(source, measure);
        return execution instanceof Execution.Solid ? ExecutionReader.failed(failure, answer) : execution;
    }

    private static Comparison overlap(Outcome.Answer answer) {
        JsonNode result = answer.reply().results().getFirst();
        double a = result.path("first").doubleValue();
        double b = result.path("second").doubleValue();
        return new Comparison.Overlap(
                a,
                b,
                result.path("common").doubleValue(),
                result.path("fused").doubleValue(),
                result.has("rotated") ? Optional.of(Reply.rotated(result.path("rotated"), a, b)) : Optional.empty(),
                result.has("components") ? Optional.of(Reply.components(result.path("components"))) : Optional.empty(),
                answer.elapsed());
    }
}
