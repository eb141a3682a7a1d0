package dev.cadwright.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "*.json, config.json, true",
        "*.json, deep/config.json, true",
        "model-?????.safetensors, model-00001.safetensors, true",
        "original/, original/a/b.txt, true",
        "*.json, config.jsonl, false",
        "config.json, deep/config.json, false"
    })
    void patternsFitAsThoseOfTheHubsOwnTools(String pattern, String name, boolean fits) {
        assertThat(Wildcards.matches(pattern, name)).isEqualTo(fits);
    }

    @Property
    void everyNameFitsItselfAndAnyStar(@ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 20) String name) {
        assertThat(Wildcards.matches(name, name)).isTrue();
        assertThat(Wildcards.matches("*" + name + "**", name)).isTrue();
    }
}
