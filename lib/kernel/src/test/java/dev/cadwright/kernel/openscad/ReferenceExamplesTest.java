package dev.cadwright.kernel.openscad;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** OpenSCAD's own examples, against what the reference builds of the tool made of them. */
class ReferenceExamplesTest {
    private static final double TOLERANCE = 1e-6;
    /** Examples that only the native build of 2021 makes, and how far that version is off: docs/kernel-differences.md. */
    private static final Map<String, Double> OTHER_VERSION = Map.of("polygon_areas.scad", 2e-6);

    private static final Budget BUDGET = Budget.STANDARD.withTime(Duration.ofSeconds(60));

    @Test
    void everyExampleThatTheReferenceBuildsWithoutAnErrorHasItsVolumeOrArea() throws IOException {
        // Given
        Path shared = Workers.shared();
        List<Row> rows = new ArrayList<>();
        try (ScadPool pool = Scad.pool(2)) {
            // When
            Example.all(shared).parallelStream().forEach(example -> {
                Row row = row(pool, example);
                synchronized (rows) {
                    rows.add(row);
                }
            });
        }
        // Then
        rows.sort(Comparator.comparingDouble(Row::error).reversed());
        System.out.print(table(rows));
        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(rows).filteredOn(row -> row.error() > row.tolerance()).isEmpty();
    }

    private static Row row(ScadPool pool, Example example) {
        try {
            if (example.lacksLibrary()) {
                return new Row(example.name(), "skipped: MCAD is not installed", 0, 0, Duration.ZERO);
            }
            ScadExecution execution = pool.execute(example.source(), BUDGET);
            double tolerance =
                    example.needsNative() ? OTHER_VERSION.getOrDefault(example.name(), TOLERANCE) : TOLERANCE;
            return new Row(
                    example.name(), ending(execution), error(example, execution), tolerance, execution.elapsed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(ScadExecution execution) {
        return switch (execution) {
            case ScadExecution.Rejected rejected -> rejected.fault().message();
            case ScadExecution.Crashed crashed -> crashed.cause();
            default -> execution.category().label();
        };
    }

    /** The relative error of volume or area; infinite where the kinds of result differ. */
    private static double error(Example example, ScadExecution execution) {
        Optional<JsonNode> expected = example.expected();
        if (expected.isEmpty()) {
            return execution.category() == Category.NO_RESULT ? 0 : Double.POSITIVE_INFINITY;
        }
        return switch (execution) {
            case ScadExecution.Solid solid
            when expected.get().path("dim").asInt() == 3 ->
                relative(
                        solid.measures().volume(), expected.get().path("volume").doubleValue());
            case ScadExecution.Drawing drawing
            when expected.get().path("dim").asInt() == 2 ->
                relative(drawing.contours().area(), expected.get().path("area").doubleValue());
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static double relative(double value, double reference) {
        return Math.abs(value - reference) / Math.abs(reference);
    }

    private static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder();
        long agreeing = rows.stream().filter(row -> row.error() <= TOLERANCE).count();
        table.append("OpenSCAD examples: %d of %d agree within %.0e; the ten worst:%n"
                .formatted(agreeing, rows.size(), TOLERANCE));
        rows.stream()
                .limit(10)
                .forEach(row -> table.append(String.format(
                        Locale.ROOT,
                        "  %-26s %-10s %9.2e %6d ms%n",
                        row.name(),
                        row.category(),
                        row.error(),
                        row.elapsed().toMillis())));
        return table.toString();
    }

    private record Row(String name, String category, double error, double tolerance, Duration elapsed) {}
}
