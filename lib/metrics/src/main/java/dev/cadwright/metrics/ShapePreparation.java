package dev.cadwright.metrics;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Executes sources once, so that several protocols, and the pictures of a report, share the result. */
public final class ShapePreparation {
    private ShapePreparation() {}

    /**
     * Builds a source, triangulates it as CadQuery does ({@code tessellate(0.001, 0.1)}) and keeps its exact form.
     *
     * @param time the wall time that it may take
     * @throws dev.cadwright.kernel.KernelException if there is no usable kernel: that is no fault of the shape
     */
    public static Shape prepare(KernelPool kernel, Source source, Duration time) {
        Request request =
                Request.properties().withMesh(Deflection.CADQUERY).withBrep().within(Budget.STANDARD.withTime(time));
        return shapeOf(kernel.execute(source, request), source);
    }

    /** What an execution with mesh, and with B-rep where possible, means as a shape. */
    public static Shape shapeOf(Execution execution, Source source) {
        return switch (execution) {
            case Execution.Solid solid ->
                new Shape.Usable(Optional.of(exact(solid.brep(), source)), solid.mesh(), Optional.empty(), List.of());
            case Execution.Loose _ -> new Shape.Unusable(Category.NO_RESULT.label(), "the shapes hold no solid");
            case Execution.Invalid invalid ->
                new Shape.Usable(
                        Optional.of(exact(invalid.brep(), source)),
                        invalid.mesh(),
                        Optional.empty(),
                        invalid.defects().isEmpty() ? List.of("the solid is not valid") : invalid.defects());
            case Execution.Rejected rejected ->
                unusable(execution, rejected.fault().message());
            case Execution.NoResult none -> unusable(execution, none.fault().message());
            case Execution.Exhausted exhausted ->
                unusable(execution, exhausted.fault().message());
            case Execution.TimedOut late ->
                unusable(execution, "no result within " + late.budget().time().toMillis() / 1000.0 + " s");
            case Execution.Crashed crashed -> unusable(execution, "the kernel died of " + crashed.signal());
        };
    }

    private static Source exact(Optional<byte[]> brep, Source source) {
        return brep.<Source>map(Source.Brep::new).orElse(source);
    }

    private static Shape unusable(Execution execution, String reason) {
        return new Shape.Unusable(execution.category().label(), reason);
    }
}
