package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Table;
import dev.cadwright.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersLeanToTheRight() {
        // When
        new Table("NAME", ">SIZE").row("a", 7).row("longer", 1234).print(stream);

        // Then
        assertThat(text()).isEqualTo("NAME    SIZE\na          7\nlonger  1234\n");
    }

    @Test
    void amountsReadLikeAmounts() {
        assertThat(Quantities.bytes(231_400_000)).isEqualTo("231 MB");
        assertThat(Quantities.bytes(1_460_000_000)).isEqualTo("1.46 GB");
        assertThat(Quantities.duration(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    }

    @Test
    void withoutAPersonWatchingABarIsAFewPlainLines() {
        // Given
        Terminal terminal = new Terminal(stream, stream, Map.of(), Path.of("."), false);

        // When
        try (ProgressBar bar = new ProgressBar(terminal, "views")) {
            for (int done = 0; done <= 1000; done++) {
                bar.update(done, 1000, "");
            }
        }

        // Then
        assertThat(text().lines()).hasSize(2).last().asString().contains("1000/1000");
        assertThat(text()).doesNotContain("\u001b", "\r");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
