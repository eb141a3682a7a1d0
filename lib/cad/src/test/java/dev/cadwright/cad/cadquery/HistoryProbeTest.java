package dev.cadwright.cad.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryProbeTest {
    private static Feature polygon(int corners, double radius, Operation operation) {
        List<Curve> lines = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            lines.add(new Curve.Line(corner(i, corners, radius), corner(i + 1, corners, radius), SourceSpan.NONE));
        }
        return new Feature.Extrude(
                Frame.XY,
                List.of(new Profile(new Loop(lines), List.of())),
                new Extent.OneSide(1),
                operation,
                SourceSpan.NONE);
    }

    private static Vector2 corner(int index, int corners, double radius) {
        double angle = 2 * Math.PI * (index % corners) / corners;
        return new Vector2(radius * Math.cos(angle), radius * Math.sin(angle));
    }

    @Test
    void aSearchIsChargedForTheCornersOfAllOutlines() {
        // Given
        List<Feature> body = List.of(polygon(5000, 10, Operation.NEW_BODY), polygon(5000, 11, Operation.CUT));

        // When // Then
        assertThatThrownBy(() -> HistoryProbe.findsInside(body, new LoopGap()))
                .isInstanceOf(Unrecognised.class)
                .hasMessageContaining("too large");
    }

    @Test
    void aSearchThatFindsAPointAtOnceCostsLittle() {
        // Given
        List<Feature> body = new ArrayList<>(Collections.nCopies(200, polygon(300, 10, Operation.JOIN)));
        body.addFirst(polygon(300, 10, Operation.NEW_BODY));

        // When // Then
        assertThat(HistoryProbe.findsInside(body, new LoopGap())).isTrue();
    }

    @Test
    void nothingIsFoundInABodyThatWasCutAway() {
        assertThat(HistoryProbe.findsInside(
                        List.of(polygon(6, 10, Operation.NEW_BODY), polygon(6, 11, Operation.CUT)), new LoopGap()))
                .isFalse();
    }
}
