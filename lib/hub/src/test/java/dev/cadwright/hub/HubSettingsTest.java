package dev.cadwright.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTest {
    @TempDir
    Path home;

    @Test
    void withoutVariablesTheUsualPlacesAreUsed() {
        // When
        HubSettings settings = HubSettings.of(Map.of("HOME", home.toString()));

        // Then
        assertThat(settings.endpoint()).hasToString("https://huggingface.co");
        assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(settings.token()).isEmpty();
        assertThat(settings.offline()).isFalse();
    }

    @Test
    void variablesOfTheHubsOwnToolsAreFollowed() {
        // When
        HubSettings settings = HubSettings.of(Map.of(
                "HOME", home.toString(),
                "HF_ENDPOINT", "https://mirror.example/",
                "HF_HOME", "~/models",
                "HF_TOKEN", " hf_abc ",
                "HF_HUB_OFFLINE", "yes"));

        // Then
        assertThat(settings.endpoint()).hasToString("https://mirror.example");
        assertThat(settings.cache()).isEqualTo(home.resolve("models/hub"));
        assertThat(settings.token().map(AccessToken::authorization)).contains("Bearer hf_abc");
        assertThat(settings.offline()).isTrue();
    }

    @Test
    void theTokenThatALoginLeftIsUsedUnlessThatIsForbidden() throws Exception {
        // Given
        Files.writeString(home.resolve("token"), "hf_file\n");
        Map<String, String> environment = Map.of("HF_HOME", home.toString());

        // When, then
        assertThat(HubSettings.of(environment).token().map(AccessToken::authorization))
                .contains("Bearer hf_file");
        assertThat(HubSettings.of(Map.of("HF_HOME", home.toString(), "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"))
                        .token())
                .isEmpty();
    }

    @Test
    void aTokenIsNeverPrinted() {
        assertThat(HubSettings.of(Map.of("HF_TOKEN", "hf_abc")).toString()).doesNotContain("hf_abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.example", "ftp://hub.example", "https://", "not an address"})
    void anEndpointThatIsNoneIsRefused(String endpoint) {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", endpoint)))
                .withMessageContaining("HF_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a/b/c",
                "../x",
                "a/..",
                ".a/b",
                "a--b/c",
                "a/b.git",
                "a b/c",
                "org/model@",
                "org/model@../x",
                "org/model@a//b",
                "org/model@-x"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatExceptionOfType(HubException.class).isThrownBy(() -> ModelAddress.parse(text));
    }

    @Test
    void anAddressIsARepositoryAndPerhapsARevision() {
        assertThat(ModelAddress.parse("gpt2")).isEqualTo(new ModelAddress("gpt2", "main"));
        assertThat(ModelAddress.parse("Qwen/Qwen2.5-0.5B@refs/pr/3"))
                .isEqualTo(new ModelAddress("Qwen/Qwen2.5-0.5B", "refs/pr/3"));
    }
}
