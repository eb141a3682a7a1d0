package dev.cadwright.contracts.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.contracts.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    private static final ObjectMapper JSON = ContractJson.mapper();

    @ParameterizedTest
    @CsvSource({"3s, 3000", "500ms, 500", "2m, 120000", "2min, 120000", "1.5, 1500", "0.5 S, 500", "0.1ms, 1"})
    void aTimeHasAUnitOrIsInSeconds(String text, long milliseconds) {
        assertThat(TimeAmount.parse(text).duration()).hasMillis(milliseconds);
    }

    @ParameterizedTest
    @CsvSource({"1g, 1073741824", "512m, 536870912", "64k, 65536", "1.5MB, 1572864"})
    void aSizeHasAUnit(String text, long bytes) {
        assertThat(SizeAmount.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1s", "0s", "1h", "1e3s", "NaN", "1s2s", "9999999999999999999s"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> TimeAmount.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1t", "-1g", "g", "1 000m"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatThrownBy(() -> SizeAmount.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void jsonHoldsNumbersOrTextsAndIsWrittenAsNumbers() throws JsonProcessingException {
        // When // Then
        assertThat(JSON.readValue("2", TimeAmount.class)).isEqualTo(new TimeAmount(2));
        assertThat(JSON.readValue("\"2s\"", TimeAmount.class)).isEqualTo(new TimeAmount(2));
        assertThat(JSON.readValue("1048576", SizeAmount.class)).isEqualTo(new SizeAmount(1 << 20));
        assertThat(JSON.readValue("\"1m\"", SizeAmount.class)).isEqualTo(new SizeAmount(1 << 20));
        assertThat(JSON.writeValueAsString(new TimeAmount(0.5))).isEqualTo("0.5");
        assertThat(JSON.writeValueAsString(new SizeAmount(7))).isEqualTo("7");
        assertThatThrownBy(() -> JSON.readValue("1.5", SizeAmount.class)).hasMessageContaining("whole number");
        assertThatThrownBy(() -> JSON.readValue("[1]", TimeAmount.class)).hasMessageContaining("seconds");
    }
}
