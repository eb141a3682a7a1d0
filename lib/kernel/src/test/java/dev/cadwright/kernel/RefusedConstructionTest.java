package dev.cadwright.kernel;

import static dev.cadwright.kernel.Shapes.circle;
import static dev.cadwright.kernel.Shapes.line;
import static dev.cadwright.kernel.Shapes.polygon;
import static dev.cadwright.kernel.Shapes.profile;
import static dev.cadwright.kernel.Shapes.program;
import static dev.cadwright.kernel.Shapes.rectangle;
import static dev.cadwright.kernel.Shapes.slot;
import static dev.cadwright.kernel.Shapes.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Constructions that make no solid. */
class RefusedConstructionTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    @Test
    void openLoopIsRefusedWithItsFeature() {
        // Given
        Loop open = new Loop(List.of(line(0, 0, 4, 0), line(4, 0, 4, 4), line(4, 4, 0, 3)));

        // When
        Execution execution = run(program(
                up(1, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1))), up(1, Operation.JOIN, profile(open))));

        // Then
        assertThat(execution.category()).isEqualTo(Category.RUNTIME);
        assertThat(((Execution.Rejected) execution).fault().code()).isEqualTo("profile.open");
        assertThat(((Execution.Rejected) execution).fault().feature()).hasValue(1);
    }

    @Test
    void degenerateInputsAreRefusedWithACode() {
        assertThat(code(up(0, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1)))))
                .isEqualTo("extent.zero");
        assertThat(code(up(1, Operation.NEW_BODY, profile(circle(0, 0, 0))))).isEqualTo("profile.circle");
        assertThat(code(up(1, Operation.NEW_BODY, profile(polygon(0, 0, 1, 1, 2, 2)))))
                .isEqualTo("profile.flat");
        assertThat(code(up(1, Operation.NEW_BODY, profile(polygon(0, 0, 0, 0)))))
                .isEqualTo("profile.empty");
        assertThat(code(up(Double.NaN, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1)))))
                .isEqualTo("number.not_finite");
        assertThat(code(up(1, Operation.NEW_BODY, profile(rectangle(0, 0, Double.POSITIVE_INFINITY, 1)))))
                .isEqualTo("number.not_finite");
    }

    @Test
    void bodyCutAwayWhollyIsNoResult() {
        // When
        Execution execution = run(program(
                up(1, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1))),
                up(2, Operation.CUT, profile(rectangle(-1, -1, 2, 2))),
                up(2, Operation.CUT, profile(slot(0, 0, 2, 1)))));

        // Then
        assertThat(execution.category()).isEqualTo(Category.NO_RESULT);
    }

    @Test
    void constructionWithoutFeaturesIsNoResult() {
        assertThat(run(new Source.Program(new Construction(List.of()))).category())
                .isEqualTo(Category.NO_RESULT);
    }

    private static String code(Feature feature) {
        Execution execution = run(program(feature));
        assertThat(execution).isInstanceOf(Execution.Rejected.class);
        return ((Execution.Rejected) execution).fault().code();
    }

    private static Execution run(Source source) {
        return KERNEL.pool().execute(source, Request.properties());
    }
}
