package dev.cadwright.neural.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StopStringsTest {
    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'c')
                .ofMaxLength(4)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<String>> stops() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'c')
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .ofMaxSize(3);
    }

    @Property(tries = 1000)
    void itDoesNotMatterInWhatPiecesTheTextComes(
            @ForAll("pieces") List<String> pieces, @ForAll("stops") List<String> stops) {
        // Given
        String whole = String.join("", pieces);
        StopStrings bySingles = new StopStrings(stops);
        StopStrings byPieces = new StopStrings(stops);

        // When
        StringBuilder singles = new StringBuilder();
        whole.chars().forEach(c -> singles.append(bySingles.append(Character.toString(c))));
        singles.append(bySingles.finish());
        StringBuilder inPieces = new StringBuilder();
        pieces.forEach(piece -> inPieces.append(byPieces.append(piece)));
        inPieces.append(byPieces.finish());

        // Then
        assertThat(inPieces.toString()).isEqualTo(singles.toString());
        assertThat(byPieces.found()).isEqualTo(bySingles.found());
        assertThat(stops).noneMatch(stop -> inPieces.indexOf(stop) >= 0);
        assertThat(whole).startsWith(inPieces + byPieces.found().orElse(""));
    }

    @Test
    void whatCouldBecomeAStopIsHeldBack() {
        StopStrings stops = new StopStrings(List.of("<|im_end|>", "\n\n"));
        assertThat(stops.append("box(1)<|im")).isEqualTo("box(1)");
        assertThat(stops.append("_x\n")).isEqualTo("<|im_x");
        assertThat(stops.append("\nrest")).isEmpty();
        assertThat(stops.found()).contains("\n\n");
        assertThat(stops.append("more")).isEmpty();
        assertThat(stops.finish()).isEmpty();
    }
}
