package dev.cadwright.cad.cadquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CadQueryReferenceTest {
    private static final String MARK = "<!-- The rest is printed from the code. -->\n";

    /** Write it anew with {@code -Dcadwright.docs=write}. */
    @Test
    void theDocumentationIsWhatTheTablesSay() throws IOException {
        // Given
        Path file = Path.of(System.getProperty("cadwright.root", "."), "docs/languages/cadquery.md");
        String text = Files.readString(file);
        int end = text.indexOf(MARK) + MARK.length();
        String expected = text.substring(0, end) + "\n" + CadQueryReference.markdown();

        // When
        if ("write".equals(System.getProperty("cadwright.docs"))) {
            Files.writeString(file, expected);
        }

        // Then
        assertThat(Files.readString(file)).isEqualTo(expected);
    }
}
