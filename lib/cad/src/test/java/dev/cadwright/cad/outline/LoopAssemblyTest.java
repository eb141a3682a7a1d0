package dev.cadwright.cad.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LoopAssemblyTest {
    private static Curve line(double x0, double y0, double x1, double y1) {
        return new Curve.Line(new Vector2(x0, y0), new Vector2(x1, y1), SourceSpan.NONE);
    }

    private static void assertHeadToTail(Loop loop) {
        Vector2 end = Curves.end(loop.curves().getLast());
        for (Curve curve : loop.curves()) {
            assertThat(Curves.start(curve)).isEqualTo(end);
            end = Curves.end(curve);
        }
    }

    @Property(tries = 300)
    void shuffledReversedAndSlightlyDisplacedEdgesJoin(
            @ForAll @IntRange(min = 3, max = 40) int corners, @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        List<Curve> curves = new ArrayList<>();
        for (int corner = 0; corner < corners; corner++) {
            Vector2 start = displaced(corner, corners, random);
            Vector2 end = displaced(corner + 1, corners, random);
            Curve edge = new Curve.Line(start, end, SourceSpan.NONE);
            curves.add(random.nextBoolean() ? edge : Curves.reversed(edge));
        }
        Collections.shuffle(curves, random);

        // When
        Loop loop = LoopAssembly.assemble(curves).orElseThrow();

        // Then
        assertThat(loop.curves()).hasSize(corners);
        assertHeadToTail(loop);
        assertThat(Curves.start(loop.curves().getFirst())).isEqualTo(Curves.start(curves.getFirst()));
    }

    private static Vector2 displaced(int corner, int corners, Random random) {
        double angle = 2 * Math.PI * corner / corners;
        return new Vector2(Math.cos(angle) + 1e-8 * random.nextDouble(), Math.sin(angle) + 1e-8 * random.nextDouble());
    }

    @Test
    void aLoopThatTouchesItselfInAPointJoins() {
        // Given: two triangles with one corner in common
        List<Curve> curves = List.of(
                line(0, 0, 1, 0),
                line(0, 0, -1, 0),
                line(1, 0, 1, 1),
                line(-1, -1, -1, 0),
                line(0, 0, 1, 1),
                line(0, 0, -1, -1));

        // When
        Loop loop = LoopAssembly.assemble(curves).orElseThrow();

        // Then
        assertThat(loop.curves()).hasSize(6);
        assertHeadToTail(loop);
    }

    @Test
    void linesWithoutLengthAreLeftOut() {
        // Given
        List<Curve> curves = List.of(line(0, 0, 1, 0), line(1, 0, 1, 0), line(1, 0, 0, 1), line(0, 1, 0, 0));

        // When, Then
        assertThat(LoopAssembly.assemble(curves).orElseThrow().curves()).hasSize(3);
    }

    @Test
    void curvesThatDoNotCloseOrFallApartAreNoLoop() {
        assertThat(LoopAssembly.assemble(List.of())).isEmpty();
        assertThat(LoopAssembly.assemble(List.of(line(0, 0, 1, 0), line(1, 0, 1, 1))))
                .isEmpty();
        assertThat(LoopAssembly.assemble(List.of(
                        line(0, 0, 1, 0),
                        line(1, 0, 0, 1),
                        line(0, 1, 0, 0),
                        line(5, 0, 6, 0),
                        line(6, 0, 5, 1),
                        line(5, 1, 5, 0))))
                .isEmpty();
    }
}
