package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.TestKernel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs that ask for too much, for what is not theirs, or for what cannot be. */
class HostileCadQueryTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    /** @param categories the ways in which it may end */
    private record Hostile(String title, List<String> categories, String text) {}

    @Test
    void everyHostileProgramEndsAsItShouldAndThePoolServesTheNext() throws IOException {
        // Given
        List<Hostile> programs = programs();
        assertThat(programs).hasSizeGreaterThan(100);
        SoftAssertions all = new SoftAssertions();
        for (Hostile program : programs) {
            // When
            Actual actual = Actual.of(program.text(), KERNEL.pool(), Budget.STANDARD);

            // Then
            all.assertThat(program.categories())
                    .as(program.title() + ": " + actual.message())
                    .contains(actual.category().label());
            all.assertThat(actual.elapsed()).as(program.title()).isLessThan(LONGEST);
        }
        all.assertThat(Actual.of("import cadquery as cq\nr = cq.Workplane().box(1, 2, 3)\n", KERNEL.pool())
                        .properties()
                        .orElseThrow()
                        .volume())
                .as("the next program")
                .isEqualTo(6, org.assertj.core.api.Assertions.within(1e-9));
        all.assertAll();
    }

    private static List<Hostile> programs() throws IOException {
        List<Hostile> programs = new ArrayList<>();
        String text;
        try (InputStream stream = HostileCadQueryTest.class.getResourceAsStream("/cadquery/hostile.txt")) {
            text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String section : text.split("(?m)^#> ")) {
            if (section.isBlank()) {
                continue;
            }
            String[] parts = section.split("\n", 2);
            String[] head = parts[0].split(" \\| ", 2);
            programs.add(new Hostile(head[1], List.of(head[0].split(",")), parts[1]));
        }
        return programs;
    }
}
