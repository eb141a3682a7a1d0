package dev.cadwright.kernel.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.Fault;
import dev.cadwright.kernel.SolidProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of one input. Measures are absent where there is no solid. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"name", "language", "category", "error", "seconds"})
public record ExecutionRecord(
        String name,
        String language,
        String category,
        Problem error,
        double seconds,
        Double volume,
        Double area,
        @JsonProperty("center_of_mass") List<Double> centreOfMass,
        List<Double> bbox,
        Integer solids,
        Integer shells,
        Integer faces,
        Integer edges,
        Integer vertices,
        Boolean valid,
        @JsonProperty("fused_volume") Double fusedVolume,
        @JsonProperty("face_types") Map<String, Integer> faceTypes,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer triangles,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer components,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> echo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {

    /** Why there is no valid solid. Line and column are 0 where the input has no text. */
    public record Problem(String code, String message, int line, int column) {}

    public boolean succeeded() {
        return category.equals(Category.OK.label());
    }

    public static ExecutionRecord unreadable(String name, String language, Diagnostic diagnostic) {
        Category category = diagnostic.isUnsupported() ? Category.UNSUPPORTED : Category.SYNTAX;
        Problem problem = new Problem(diagnostic.code(), diagnostic.message(), diagnostic.line(), diagnostic.column());
        return without(name, language, category, problem, Duration.ZERO);
    }

    public static ExecutionRecord of(String name, String language, ProgramExecution execution) {
        return switch (execution) {
            case ProgramExecution.Exact(var exact) -> of(name, language, exact);
            case ProgramExecution.Scad(var scad) -> ScadRecords.of(name, language, scad);
        };
    }

    private static ExecutionRecord of(String name, String language, Execution execution) {
        return switch (execution) {
            case Execution.Solid solid -> with(name, language, solid, solid.properties(), null);
            case Execution.Loose loose -> with(name, language, loose, loose.properties(), null);
            case Execution.Invalid invalid ->
                with(
                        name,
                        language,
                        invalid,
                        invalid.properties(),
                        new Problem("invalid", String.join("; ", invalid.defects()), 0, 0));
            case Execution.Rejected rejected -> failed(name, language, rejected, rejected.fault());
            case Execution.NoResult nothing -> failed(name, language, nothing, nothing.fault());
            case Execution.Exhausted exhausted -> failed(name, language, exhausted, exhausted.fault());
            case Execution.TimedOut timedOut ->
                without(
                        name,
                        language,
                        timedOut.category(),
                        new Problem(
                                "timeout",
                                "no answer within " + timedOut.budget().time().toMillis() + " ms",
                                0,
                                0),
                        timedOut.elapsed());
            case Execution.Crashed crashed ->
                without(
                        name,
                        language,
                        crashed.category(),
                        new Problem("crash", "the kernel ended by " + crashed.signal() + "; it was restarted", 0, 0),
                        crashed.elapsed());
        };
    }

    private static ExecutionRecord failed(String name, String language, Execution execution, Fault fault) {
        SourceSpan place = fault.span().orElse(SourceSpan.NONE);
        return without(
                name,
                language,
                execution.category(),
                new Problem(fault.code(), fault.message(), place.line(), place.column()),
                execution.elapsed());
    }

    static ExecutionRecord without(String name, String language, Category category, Problem problem, Duration elapsed) {
        return new ExecutionRecord(
                name,
                language,
                category.label(),
                problem,
                seconds(elapsed),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static ExecutionRecord with(
            String name, String language, Execution execution, SolidProperties solid, Problem problem) {
        Vector3 low = solid.bounds().min();
        Vector3 high = solid.bounds().max();
        Vector3 centre = solid.centreOfMass();
        Optional<Double> fused = solid.fusedVolume().isPresent()
                ? Optional.of(solid.fusedVolume().getAsDouble())
                : Optional.empty();
        return new ExecutionRecord(
                name,
                language,
                execution.category().label(),
                problem,
                seconds(execution.elapsed()),
                solid.volume(),
                solid.area(),
                List.of(centre.x(), centre.y(), centre.z()),
                List.of(low.x(), low.y(), low.z(), high.x(), high.y(), high.z()),
                solid.solids(),
                solid.shells(),
                solid.faces(),
                solid.edges(),
                solid.vertices(),
                solid.valid(),
                fused.orElse(null),
                solid.faceTypes(),
                null,
                null,
                List.of(),
                List.of());
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
