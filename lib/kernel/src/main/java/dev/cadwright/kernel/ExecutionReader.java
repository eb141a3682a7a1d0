package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.Body;
import dev.cadwright.kernel.Dispatcher.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads the answers to the queries of {@link KernelPool#execute}: measure, then mesh, STEP and B-rep as asked for. */
final class ExecutionReader {
    private final Request request;
    private final List<Part> parts;
    private final Iterator<JsonNode> results;
    private final Outcome.Answer answer;
    private Optional<Fault> refused = Optional.empty();

    private ExecutionReader(Request request, List<Part> parts, Outcome.Answer answer) {
        this.request = request;
        this.parts = parts;
        this.answer = answer;
        this.results = answer.reply().results().iterator();
    }

    /** What a worker says is not trusted: an answer that does not add up counts as its crash. */
    static Execution read(Request request, List<Part> parts, Outcome.Answer answer) {
        try {
            return answer.reply()
                    .failure()
                    .map(failure -> failed(failure, answer))
                    .orElseGet(() -> new ExecutionReader(request, parts, answer).built());
        } catch (NoSuchElementException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | UncheckedIOException e) {
            return new Execution.Crashed("unreadable answer: " + e.getMessage(), answer.elapsed());
        }
    }

    /** What a failure of the worker means to the caller. */
    static Execution failed(Reply.Failure failure, Outcome.Answer answer) {
        Duration elapsed = answer.elapsed();
        Fault fault =
                new Fault(failure.code(), failure.message(), answer.frame().featureOf(failure.operation()));
        return switch (failure.category()) {
            case "syntax" -> new Execution.Rejected(Execution.Rejection.SYNTAX, fault, elapsed);
            case "unsupported" -> new Execution.Rejected(Execution.Rejection.UNSUPPORTED, fault, elapsed);
            case "runtime", "invalid" -> new Execution.Rejected(Execution.Rejection.RUNTIME, fault, elapsed);
            case "no_result" -> new Execution.NoResult(fault, elapsed);
            case "exhausted" -> new Execution.Exhausted(answer.frame().budget(), fault, elapsed);
            default -> throw new IllegalStateException("the kernel worker did not understand: " + failure);
        };
    }

    private Execution built() {
        JsonNode measures = results.next();
        List<String> defects = Reply.defects(measures);
        SolidProperties properties = Reply.properties(measures, defects.isEmpty());
        Optional<Mesh> mesh = next(request.mesh().isPresent()).map(ExecutionReader::mesh);
        Optional<byte[]> step = next(request.step()).map(ExecutionReader::bytes);
        Optional<byte[]> brep = next(request.brep()).map(ExecutionReader::bytes);
        List<Body> bodies = next(request.bodies().isPresent()).map(this::bodies).orElse(List.of());
        if (properties.solids() == 0) {
            return new Execution.Loose(properties, mesh, step, brep, bodies, answer.elapsed());
        }
        if (!defects.isEmpty()) {
            return new Execution.Invalid(properties, defects, mesh, step, brep, bodies, answer.elapsed());
        }
        return refused.<Execution>map(
                        fault -> new Execution.Rejected(Execution.Rejection.RUNTIME, fault, answer.elapsed()))
                .orElseGet(() -> new Execution.Solid(properties, mesh, step, brep, bodies, answer.elapsed()));
    }

    /** The next result, if it was asked for and could be made. */
    private Optional<JsonNode> next(boolean asked) {
        if (!asked) {
            return Optional.empty();
        }
        JsonNode result = results.next();
        Optional<Fault> fault = Reply.refusal(result);
        if (fault.isPresent()) {
            refused = refused.or(() -> fault);
            return Optional.empty();
        }
        return Optional.of(result);
    }

    private List<Body> bodies(JsonNode node) {
        try {
            return Reply.bodies(node, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mesh mesh(JsonNode node) {
        try {
            return Reply.mesh(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return Binary.bytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
