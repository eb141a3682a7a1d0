package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Operation;
import dev.cadwright.geometry.Mesh;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Meshes, STEP and B-rep of built shapes. */
class OutputTest {
    private static final Request ALL =
            Request.properties().withMesh(Deflection.STANDARD).withStep().withBrep();

    private static KernelPool pool;

    @BeforeContainer
    static void start() {
        pool = new KernelPool(Workers.options());
    }

    @AfterContainer
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @Property(tries = 25)
    void meshOfAPlateIsClosedFacesOutwardsAndKeepsItsVolume(
            @ForAll @DoubleRange(min = 20, max = 200) double length,
            @ForAll @DoubleRange(min = 20, max = 200) double width,
            @ForAll @DoubleRange(min = 0.5, max = 50) double height,
            @ForAll @DoubleRange(min = 0.5, max = 9) double radius) {
        // Given
        Source plate = Shapes.program(Shapes.up(
                height,
                Operation.NEW_BODY,
                Shapes.profile(Shapes.rectangle(0, 0, length, width), Shapes.circle(length / 2, width / 2, radius))));
        double volume = height * (length * width - Math.PI * radius * radius);

        // When
        Execution.Solid solid = solid(plate);

        // Then
        Mesh mesh = solid.mesh().orElseThrow();
        assertThat(solid.properties().volume()).isCloseTo(volume, within(1e-9 * volume));
        assertThat(Meshes.unpairedEdges(mesh)).isZero();
        assertThat(Meshes.volume(mesh)).isCloseTo(volume, within(0.005 * volume));
    }

    @Example
    void stepAndBrepComeBackAsTheSameSolid() {
        // Given
        Execution.Solid bracket = solid(Shapes.bracket());

        // When
        SolidProperties fromStep =
                solid(new Source.Step(bracket.step().orElseThrow())).properties();
        SolidProperties fromBrep =
                solid(new Source.Brep(bracket.brep().orElseThrow())).properties();

        // Then
        for (SolidProperties again : List.of(fromStep, fromBrep)) {
            assertThat(again.volume()).isCloseTo(bracket.properties().volume(), within(1e-6));
            assertThat(again.faceTypes()).isEqualTo(bracket.properties().faceTypes());
            assertThat(again.edges()).isEqualTo(bracket.properties().edges());
        }
    }

    @Example
    void sameProgramGivesTheSameBytesInEveryWorker() {
        // Given
        Execution.Solid first = solid(Shapes.bracket());

        for (int round = 0; round < 6; round++) {
            try (KernelPool fresh = new KernelPool(Workers.options().withWorkers(1))) {
                fresh.execute(Shapes.box(round + 1, 1, 1), ALL);

                // When
                Execution.Solid again = (Execution.Solid) fresh.execute(Shapes.bracket(), ALL);

                // Then
                assertThat(text(again.step())).isEqualTo(text(first.step()));
                assertThat(Arrays.equals(
                                again.brep().orElseThrow(), first.brep().orElseThrow()))
                        .isTrue();
                assertThat(again.mesh().orElseThrow().vertices())
                        .isEqualTo(first.mesh().orElseThrow().vertices());
                assertThat(again.mesh().orElseThrow().triangles())
                        .isEqualTo(first.mesh().orElseThrow().triangles());
                assertThat(again.properties()).isEqualTo(first.properties());
            }
        }
    }

    @Example
    void stepNamesNeitherTimeNorPlace() {
        // When
        String text = text(solid(Shapes.box(1, 1, 1)).step());

        // Then
        assertThat(text).startsWith("ISO-10303-21;").contains("FILE_NAME('shape','1970-01-01T00:00:00'");
    }

    @Example
    void textThatIsNotStepIsASyntaxError() {
        for (String text : List.of("", "hello", "ISO-10303-21;", "%PDF-1.7\n\u0000\u0001", "solid x\nendsolid x\n")) {
            Execution execution =
                    pool.execute(new Source.Step(text.getBytes(StandardCharsets.UTF_8)), Request.properties());
            assertThat(execution.category()).as(text).isIn(Category.SYNTAX, Category.NO_RESULT);
        }
    }

    @Example
    void damagedBrepIsRefusedOrCrashesTheWorkerAlone() {
        // Given
        byte[] brep = solid(Shapes.bracket()).brep().orElseThrow();

        for (int cut = 0; cut < brep.length; cut += brep.length / 20) {
            // When
            Execution execution = pool.execute(new Source.Brep(Arrays.copyOf(brep, cut)), Request.properties());

            // Then
            assertThat(execution.category()).isNotEqualTo(Category.OK);
        }
        assertThat(solid(Shapes.box(1, 1, 1)).properties().volume()).isCloseTo(1, within(1e-9));
    }

    private static String text(Optional<byte[]> step) {
        return new String(step.orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Execution.Solid solid(Source source) {
        Execution execution = pool.execute(source, ALL);
        assertThat(execution).isInstanceOf(Execution.Solid.class);
        return (Execution.Solid) execution;
    }
}
