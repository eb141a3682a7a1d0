package dev.cadwright.kernel;

import static dev.cadwright.kernel.Shapes.circle;
import static dev.cadwright.kernel.Shapes.extrude;
import static dev.cadwright.kernel.Shapes.profile;
import static dev.cadwright.kernel.Shapes.program;
import static dev.cadwright.kernel.Shapes.rectangle;
import static dev.cadwright.kernel.Shapes.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.geometry.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConstructionCompilerTest {
    private static final Profile SQUARE = profile(rectangle(0, 0, 1, 1));

    @Test
    void lonePrismNeedsNeitherBooleanNorCleanUp() {
        assertThat(operations(up(1, Operation.NEW_BODY, SQUARE))).containsExactly("prism");
    }

    @Test
    void joinsInARowAreOneFuseOfAll() {
        // When
        List<Instruction> instructions = compile(
                up(1, Operation.NEW_BODY, SQUARE, SQUARE),
                up(1, Operation.NEW_BODY, SQUARE),
                up(1, Operation.JOIN, SQUARE));

        // Then
        assertThat(names(instructions)).containsExactly("prism", "prism", "prism", "prism", "fuse", "clean");
        assertThat(instructions.get(4).fields()).containsEntry("shapes", List.of(1, 2, 3, 4));
    }

    @Test
    void cutsInARowAreOneCutOfAllAndTheOrderIsKept() {
        // When
        List<Instruction> instructions = compile(
                up(1, Operation.NEW_BODY, SQUARE),
                up(1, Operation.CUT, SQUARE, SQUARE),
                up(1, Operation.CUT, SQUARE),
                up(1, Operation.JOIN, SQUARE));

        // Then
        assertThat(names(instructions))
                .containsExactly("prism", "prism", "prism", "prism", "prism", "cut", "fuse", "clean");
        assertThat(instructions.get(5).fields()).containsEntry("of", 1).containsEntry("tools", List.of(2, 3, 4));
        assertThat(instructions.get(6).fields()).containsEntry("shapes", List.of(6, 5));
    }

    @Test
    void intersectionIsWithAllProfilesTogether() {
        assertThat(operations(up(1, Operation.NEW_BODY, SQUARE), up(1, Operation.INTERSECT, SQUARE, SQUARE)))
                .containsExactly("prism", "prism", "prism", "fuse", "common", "clean");
    }

    @Test
    void instructionsNameTheFeatureTheyComeFrom() {
        // When
        List<Instruction> instructions =
                compile(up(1, Operation.NEW_BODY, SQUARE), up(1, Operation.CUT, profile(circle(0, 0, 1))));

        // Then
        assertThat(instructions.get(0).feature()).isEqualTo(OptionalInt.of(0));
        assertThat(instructions.get(1).feature()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void bothSidesOfAnExtentAreOneRange() {
        // Given
        Extent opposed = new Extent.TwoSides(5, -2);

        // When
        Instruction prism =
                compile(extrude(Frame.XY, opposed, Operation.NEW_BODY, SQUARE)).getFirst();

        // Then
        assertThat(prism.fields()).containsEntry("from", 0.0).containsEntry("to", 5.0);
    }

    private static List<String> operations(Feature... features) {
        return names(compile(features));
    }

    private static List<Instruction> compile(Feature... features) {
        List<Instruction> instructions = new ArrayList<>();
        ConstructionCompiler.compile(program(features).construction(), 1, instructions);
        return instructions;
    }

    private static List<String> names(List<Instruction> instructions) {
        return instructions.stream()
                .map(instruction -> (String) instruction.fields().get("do"))
                .toList();
    }
}
