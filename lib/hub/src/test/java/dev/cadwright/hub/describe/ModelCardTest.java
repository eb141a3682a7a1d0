package dev.cadwright.hub.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardTest {
    @TempDir
    Path folder;

    @Test
    void theLicenceIsTheOneThatTheCardNames() throws Exception {
        assertThat(card("---\nlicense: mit\nbase_model:\n- org/base\n---\n# Text")
                        .licence())
                .contains("mit");
        assertThat(card("---\nlicense: other\nlicense_name: our-terms\n---\n").licence())
                .contains("our-terms");
        assertThat(card("---\nlicense: other\n---\n").licence()).contains("other");
        assertThat(card("---\nbase_model:\n- org/base\n---\n").base()).contains("org/base");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# A model", "---\nlicense: mit", "---\n: : {{{\n---\n", "---\n---\n", "---\n- a\n---\n"})
    void aCardThatSaysNothingUsefulIsNone(String text) throws Exception {
        assertThat(card(text)).isEqualTo(ModelCard.NONE);
    }

    @Test
    void aFolderWithoutACardHasNone() {
        assertThat(ModelCard.in(folder)).isEqualTo(ModelCard.NONE);
    }

    private ModelCard card(String text) throws Exception {
        Files.writeString(folder.resolve("README.md"), text);
        return ModelCard.in(folder);
    }
}
