package dev.cadwright.cad.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.openecad.OpenEcadLanguage;
import dev.cadwright.cad.sketch.SketchLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTablesTest {
    private static final String MARK = "<!-- The rest is printed from the code. -->\n";

    /** Write it anew with {@code -Dcadwright.docs=write}. */
    @ParameterizedTest
    @EnumSource(names = {"DEEPCAD", "FUSION360", "SKETCH", "OPENECAD"})
    void theDocumentationIsWhatTheReadersTake(Language language) throws IOException {
        // Given
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path file = root.resolve("docs/languages/" + language.label() + ".md");
        String text = Files.readString(file);
        String expected = text.substring(0, text.indexOf(MARK) + MARK.length()) + "\n" + table(language);

        // When
        if ("write".equals(System.getProperty("cadwright.docs"))) {
            Files.writeString(file, expected);
        }

        // Then
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    private static String table(Language language) {
        return switch (language) {
            case DEEPCAD, FUSION360 -> DocumentProbe.markdown(language);
            case SKETCH -> SketchLanguage.reference();
            case OPENECAD -> OpenEcadLanguage.reference();
            case CADQUERY, OPENSCAD -> throw new IllegalArgumentException("documented elsewhere: " + language);
        };
    }
}
