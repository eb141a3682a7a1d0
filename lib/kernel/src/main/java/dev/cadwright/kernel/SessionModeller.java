package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.PartDescription;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeMeasures;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.kernel.Dispatcher.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks a session's worker: each question is one frame, together with what must be built for it. */
final class SessionModeller implements Modeller {
    private final Conversation conversation;

    SessionModeller(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public List<PartDescription> parts(Shape of, Kind kind) {
        return ask(of, "parts", question -> question.with("kind", WireInstructions.label(kind)), Answers::descriptions);
    }

    @Override
    public PartDescription describe(Shape shape) {
        return ask(shape, "describe", Function.identity(), Answers::description);
    }

    @Override
    public Kind kindOf(Shape shape) {
        return ask(shape, "kind_of", Function.identity(), Answers::kind);
    }

    @Override
    public List<Kind> members(Shape of) {
        return ask(of, "members", Function.identity(), Answers::kinds);
    }

    @Override
    public ShapeMeasures measure(Shape shape) {
        return ask(shape, "masses", Function.identity(), Answers::measures);
    }

    @Override
    public Optional<Bounds> bounds(Shape shape, boolean optimal) {
        return ask(shape, "bounds", question -> question.with("optimal", optimal), Answers::bounds);
    }

    @Override
    public boolean isValid(Shape shape) {
        return ask(shape, "is_valid", Function.identity(), JsonNode::booleanValue);
    }

    @Override
    public boolean isSame(Shape first, Shape second) {
        return askBoth(first, second, "is_same", "with", Function.identity(), JsonNode::booleanValue);
    }

    @Override
    public CurvePoint onCurve(Shape curve, double at, boolean share) {
        return ask(curve, "on_curve", question -> question.with("at", at).with("share", share), Answers::curvePoint);
    }

    @Override
    public double[] range(Shape curve) {
        return ask(curve, "range", Function.identity(), Answers::numbers);
    }

    @Override
    public double nearestParameter(Shape curve, Vector3 point) {
        return ask(curve, "nearest_parameter", question -> question.with("point", point), JsonNode::doubleValue);
    }

    @Override
    public SurfacePoint onSurface(Shape face, Optional<Vector3> near) {
        return ask(
                face,
                "on_surface",
                question -> near.map(point -> question.with("near", point)).orElse(question),
                Answers::surfacePoint);
    }

    @Override
    public SurfacePoint onSurface(Shape face, double u, double v) {
        return ask(face, "on_surface_at", question -> question.with("u", u).with("v", v), Answers::surfacePoint);
    }

    @Override
    public boolean contains(Shape solid, Vector3 point, double tolerance) {
        return ask(
                solid,
                "contains",
                question -> question.with("point", point).with("tolerance", tolerance),
                JsonNode::booleanValue);
    }

    @Override
    public Distance distance(Shape first, Shape second) {
        return askBoth(first, second, "distance", "with", Function.identity(), Answers::distance);
    }

    @Override
    public List<Crossing> facesAlong(Shape shape, Vector3 point, Vector3 direction, double tolerance) {
        return ask(
                shape,
                "faces_along",
                question -> question.with("point", point)
                        .with("direction", direction)
                        .with("tolerance", tolerance),
                Answers::crossings);
    }

    @Override
    public List<Integer> ancestors(Shape part, Shape context, Kind kind) {
        return askBoth(
                part,
                context,
                "ancestors",
                "context",
                question -> question.with("kind", WireInstructions.label(kind)),
                Answers::integers);
    }

    List<double[]> edges(Shape shape, double linear, double angular) {
        return ask(
                shape, "edges", question -> question.with("linear", linear).with("angular", angular), Answers::lines);
    }

    private <T> T ask(
            Shape shape, String question, Function<Instruction, Instruction> arguments, Function<JsonNode, T> reader) {
        return hear(
                conversation.ask(
                        List.of(shape),
                        handles -> List.of(arguments.apply(Instruction.asking(question, handles.of(shape))))),
                reader);
    }

    private <T> T askBoth(
            Shape first,
            Shape second,
            String question,
            String role,
            Function<Instruction, Instruction> arguments,
            Function<JsonNode, T> reader) {
        return hear(
                conversation.ask(
                        List.of(first, second),
                        handles -> List.of(arguments.apply(
                                Instruction.asking(question, handles.of(first)).with(role, handles.of(second))))),
                reader);
    }

    private <T> T hear(Conversation.Heard heard, Function<JsonNode, T> reader) {
        return switch (heard.outcome()) {
            case Outcome.Lost(var execution, var _) -> throw ended(execution, heard.failedAt());
            case Outcome.Answer answer -> {
                if (answer.reply().failure().isPresent()) {
                    throw refused(answer, heard.failedAt());
                }
                yield read(answer, reader);
            }
        };
    }

    private RuntimeException refused(Outcome.Answer answer, SourceSpan span) {
        Execution execution = ExecutionReader.failed(answer.reply().failure().orElseThrow(), answer)
                .at(span);
        return switch (execution) {
            case Execution.Rejected rejected -> exception(rejected.fault(), span);
            case Execution.NoResult nothing -> exception(nothing.fault(), span);
            case Execution.Exhausted _,
                    Execution.Solid _,
                    Execution.Loose _,
                    Execution.Invalid _,
                    Execution.TimedOut _,
                    Execution.Crashed _ -> {
                conversation.end(execution);
                yield ended(execution, span);
            }
        };
    }

    private static ModellingException exception(Fault fault, SourceSpan span) {
        return new ModellingException(fault.code(), fault.message(), span);
    }

    private static ModellingException.Ended ended(Execution execution, SourceSpan span) {
        return new ModellingException.Ended(
                execution.category().label(),
                "the execution ended: " + execution.category().label(),
                span);
    }

    /** What a worker says is not trusted: an answer that does not add up counts as its crash. */
    private <T> T read(Outcome.Answer answer, Function<JsonNode, T> reader) {
        try {
            return reader.apply(answer.reply().results().getFirst());
        } catch (RuntimeException e) {
            Execution crash = new Execution.Crashed("unreadable answer: " + e.getMessage(), answer.elapsed());
            conversation.end(crash);
            throw ended(crash, SourceSpan.NONE);
        }
    }
}
