package dev.cadwright.cad.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Parse;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlockTextTest {
    private static final BlockProgram PROGRAM = new BlockProgram(List.of(
            new Block(
                    false,
                    PrincipalPlane.XY,
                    -50,
                    50,
                    List.of(
                            new BlockLoop.RoundedRectangle(-100, -60, 100, 60, 12),
                            new BlockLoop.Circle(0, 0, 20),
                            new BlockLoop.Rectangle(30, 30, 40, 40))),
            new Block(
                    true,
                    PrincipalPlane.ZX,
                    -10,
                    10,
                    List.of(new BlockLoop.Polygon(List.of(
                            new BlockLoop.Vertex(0, 0, Optional.empty()),
                            new BlockLoop.Vertex(40, 0, Optional.of(new BlockLoop.Middle(50, 15))),
                            new BlockLoop.Vertex(40, 30, Optional.empty())))))));

    @Test
    void whatIsPrintedReadsBack() {
        assertThat(BlockText.parse(BlockText.print(PROGRAM))).isEqualTo(new Parse.Ok<>(PROGRAM));
    }

    @Test
    void aMistakeIsNamedWithItsLine() {
        // When
        Parse<BlockProgram> parse = BlockText.parse("union XY -5 5\n  circle 0 0\n");

        // Then
        assertThat(parse.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.line()).isEqualTo(2);
            assertThat(diagnostic.message()).contains("3 numbers");
        });
    }

    @Property(tries = 300)
    void noTextMakesTheReaderThrow(@ForAll String text) {
        assertThat(BlockText.parse(text)).isNotNull();
    }

    @Property(tries = 300)
    void noDamageMakesTheReaderThrow(@ForAll int position, @ForAll char replacement) {
        // Given
        StringBuilder text = new StringBuilder(BlockText.print(PROGRAM));
        text.setCharAt(Math.floorMod(position, text.length()), replacement);

        // When, Then
        assertThat(BlockText.parse(text.toString())).isNotNull();
    }
}
