package dev.cadwright.kernel.openscad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.kernel.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Programs written to bring the worker down: each ends in time with an outcome of its kind. */
class HostileScadTest {
    private static final Budget BUDGET = Budget.STANDARD
            .withTime(Duration.ofMillis(800))
            .withMemory(300L << 20)
            .withTriangles(200_000);
    private static final Pattern REPEAT = Pattern.compile("@repeat (\\d+) (\\S+) after(.*)");

    @Test
    void everyHostileProgramEndsInItsBudgetAndTheNextIsServed() throws IOException {
        // Given
        List<Hostile> programs = programs();
        Map<String, byte[]> files = HostileFiles.all();
        SoftAssertions all = new SoftAssertions();
        Map<String, Integer> counts = new TreeMap<>();
        try (ScadPool pool = Scad.pool(2)) {
            // When
            programs.parallelStream().forEach(program -> {
                ScadExecution execution = pool.execute(new ScadSource("program.scad", program.text(), files), BUDGET);
                // Then
                synchronized (all) {
                    String category = execution.category().label();
                    counts.merge(category, 1, Integer::sum);
                    // A busy machine may be too slow for any of them.
                    if (!category.equals("timeout")) {
                        all.assertThat(category)
                                .as(program + ": " + ending(execution))
                                .isIn(program.expected());
                    }
                    all.assertThat(execution.elapsed())
                            .as(program.name())
                            .isLessThan(BUDGET.time().plusSeconds(2));
                }
            });
            ScadExecution next = pool.execute(ScadSource.of("cube(2);"), Budget.STANDARD);
            all.assertThat(next).isInstanceOfSatisfying(ScadExecution.Solid.class, solid -> assertThat(
                            solid.measures().volume())
                    .isEqualTo(8));
        }
        System.out.println(programs.size() + " hostile OpenSCAD programs: " + counts);
        assertThat(programs).hasSizeGreaterThan(80);
        all.assertAll();
    }

    private static String ending(ScadExecution execution) {
        String text = execution.toString();
        return text.substring(0, Math.min(400, text.length()));
    }

    private static List<Hostile> programs() throws IOException {
        Path file = Scad.resources().resolve("hostile.txt");
        List<Hostile> programs = new ArrayList<>();
        for (String section : Files.readString(file).split("(?m)^== ")) {
            if (!section.isBlank()) {
                int line = section.indexOf('\n');
                String[] heading = section.substring(0, line).split(": ", 2);
                programs.add(new Hostile(
                        heading[0], Set.of(heading[1].strip().split(" ")), expanded(section.substring(line + 1))));
            }
        }
        return programs;
    }

    private static String expanded(String text) {
        Matcher repeat = REPEAT.matcher(text.strip());
        return repeat.matches()
                ? repeat.group(3) + repeat.group(2).replace('_', ' ').repeat(Integer.parseInt(repeat.group(1)))
                : text;
    }

    private record Hostile(String name, Set<String> expected, String text) {
        @Override
        public String toString() {
            return name;
        }
    }
}
