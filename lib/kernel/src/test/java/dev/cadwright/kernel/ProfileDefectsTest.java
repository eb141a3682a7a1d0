package dev.cadwright.kernel;

import static dev.cadwright.kernel.Shapes.circle;
import static dev.cadwright.kernel.Shapes.extrude;
import static dev.cadwright.kernel.Shapes.line;
import static dev.cadwright.kernel.Shapes.polygon;
import static dev.cadwright.kernel.Shapes.profile;
import static dev.cadwright.kernel.Shapes.program;
import static dev.cadwright.kernel.Shapes.rectangle;
import static dev.cadwright.kernel.Shapes.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Axis;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Path;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.Section;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.Turn;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a profile makes a solid invalid, even where nothing of it is left to see. */
class ProfileDefectsTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    private static final Profile BOW_TIE = profile(polygon(0, 0, 4, 4, 4, 0, 0, 4));
    private static final Profile SQUARE = profile(rectangle(0, 0, 4, 4));

    static Stream<Arguments> features() {
        return Stream.of(
                Arguments.of("prism", 0.7, up(4, Operation.NEW_BODY, BOW_TIE), up(4, Operation.NEW_BODY, SQUARE)),
                Arguments.of("revolved", 3.3, revolved(BOW_TIE), revolved(SQUARE)),
                Arguments.of("loft", 0.7, loft(BOW_TIE), loft(SQUARE)),
                Arguments.of("sweep", 0.7, sweep(BOW_TIE), sweep(SQUARE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void isKnownWhereNothingOfItIsLeft(String name, double x, Feature crossed, Feature sound) {
        // Given
        Feature keep = extrude(Frame.XY, new Extent.OneSide(1, -1), Operation.INTERSECT, profile(circle(x, 2, 0.3)));

        // When
        Execution hidden = KERNEL.pool().execute(program(crossed, keep), Request.properties());
        Execution fine = KERNEL.pool().execute(program(sound, keep), Request.properties());

        // Then
        assertThat(hidden).isInstanceOfSatisfying(Execution.Invalid.class, invalid -> assertThat(invalid.defects())
                .contains("self intersecting wire"));
        assertThat(fine).isInstanceOf(Execution.Solid.class);
    }

    @Test
    void profileThatCrossesItselfIsInvalidAndNamesTheDefect() {
        // Given
        Loop bowTie = polygon(0, 0, 4, 4, 4, 0, 0, 4);

        // When
        Execution execution = run(program(up(1, Operation.NEW_BODY, profile(bowTie))));

        // Then
        assertThat(execution.category()).isEqualTo(Category.INVALID);
        assertThat(((Execution.Invalid) execution).defects()).contains("self intersecting wire");
        assertThat(((Execution.Invalid) execution).properties().valid()).isFalse();
    }

    @Test
    void profileThatRunsBackOverItselfIsInvalidThoughTheKernelTakesIt() {
        // Given
        Loop spike = polygon(0, 0, 6, 0, 4, 0, 4, 4, 0, 4);
        Loop sharp = polygon(0, 0, 6, -0.01, 4, 0, 4, 4, 0, 4);

        // When
        Execution execution = run(program(up(1, Operation.NEW_BODY, profile(spike))));

        // Then
        assertThat(execution).isInstanceOfSatisfying(Execution.Invalid.class, invalid -> assertThat(invalid.defects())
                .contains("retraced wire"));
        assertThat(run(program(up(1, Operation.NEW_BODY, profile(sharp)))).category())
                .isEqualTo(Category.OK);
    }

    @Test
    void holeThatCrossesItsOutlineIsInvalid() {
        assertThat(run(program(up(1, Operation.NEW_BODY, profile(rectangle(0, 0, 4, 4), circle(4, 2, 1)))))
                        .category())
                .isEqualTo(Category.INVALID);
    }

    private static Feature revolved(Profile profile) {
        Axis axis = new Axis(new Vector2(-1, 0), new Vector2(-1, 1));
        return new Feature.Revolve(
                Frame.XY, List.of(profile), axis, new Turn.Symmetric(90), Operation.NEW_BODY, SourceSpan.NONE);
    }

    private static Feature loft(Profile profile) {
        List<Section> sections = List.of(new Section(Frame.XY, profile), new Section(Frame.XY.offset(4), profile));
        return new Feature.Loft(sections, true, Operation.NEW_BODY, SourceSpan.NONE);
    }

    private static Feature sweep(Profile profile) {
        Path path = new Path(Frame.ZX, List.of(line(0, 0, 4, 0)));
        return new Feature.Sweep(Frame.XY, List.of(profile), path, Operation.NEW_BODY, SourceSpan.NONE);
    }

    private static Execution run(Source source) {
        return KERNEL.pool().execute(source, Request.properties());
    }
}
