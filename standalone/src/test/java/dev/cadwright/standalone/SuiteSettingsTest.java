package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteSettingsTest {
    private static final Path ROOT = Path.of("/opt/cadwright");

    @Test
    void portsFollowTheBaseAndEachCanBeMoved() {
        // Given
        SuiteSettings settings =
                SuiteSettings.of(Map.of("CADWRIGHT_PORT_BASE", "8500", "CADWRIGHT_RENDER_PORT", "9000"), ROOT);

        // When // Then
        assertThat(settings.gatewayUrl()).isEqualTo("http://127.0.0.1:8500");
        assertThat(settings.port(Service.DATASET)).isEqualTo(8501);
        assertThat(settings.port(Service.RENDER)).isEqualTo(9000);
        assertThat(settings.postgresPort()).isEqualTo(8510);
    }

    @Test
    void dataLiesBesideTheLauncherUnlessMoved() {
        assertThat(SuiteSettings.of(Map.of(), ROOT).files().home()).isEqualTo(ROOT.resolve(".cadwright"));
        assertThat(SuiteSettings.of(Map.of("CADWRIGHT_HOME", "/data"), ROOT)
                        .files()
                        .home())
                .isEqualTo(Path.of("/data"));
    }

    @Test
    void aPortThatCannotBeOneIsNamed() {
        SuiteSettings settings = SuiteSettings.of(Map.of("CADWRIGHT_KAFKA_PORT", "80"), ROOT);

        assertThatThrownBy(settings::kafkaPort)
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("CADWRIGHT_KAFKA_PORT is 80");
    }
}
