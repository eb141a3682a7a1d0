package dev.cadwright.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("dataset", "max_tokens", "seed", "split");

    @Test
    void findsATransposition() {
        assertThat(NearestName.of("datsaet", KNOWN)).contains("dataset");
    }

    @Test
    void isBlindToCaseAndUnderscores() {
        assertThat(NearestName.of("maxTokens", KNOWN)).contains("max_tokens");
    }

    @Test
    void suggestsNothingForSomethingElse() {
        assertThat(NearestName.of("colour", KNOWN)).isEmpty();
        assertThat(NearestName.of("", List.of("dataset"))).isEmpty();
    }

    @Property
    void aKnownNameIsItsOwnNearest(@ForAll @AlphaChars @StringLength(min = 1, max = 40) String name) {
        assertThat(NearestName.of(name, List.of("x".repeat(200), name))).contains(name);
    }

    @Property
    void oneLostLetterIsForgiven(
            @ForAll @AlphaChars @StringLength(min = 4, max = 40) String name, @ForAll int position) {
        int at = Math.floorMod(position, name.length());
        assertThat(NearestName.of(name.substring(0, at) + name.substring(at + 1), List.of(name)))
                .contains(name);
    }
}
