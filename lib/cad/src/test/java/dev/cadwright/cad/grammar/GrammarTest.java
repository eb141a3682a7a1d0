package dev.cadwright.cad.grammar;

import static dev.cadwright.cad.grammar.Expression.any;
import static dev.cadwright.cad.grammar.Expression.choice;
import static dev.cadwright.cad.grammar.Expression.optional;
import static dev.cadwright.cad.grammar.Expression.rule;
import static dev.cadwright.cad.grammar.Expression.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GrammarTest {
    /** Sums of numbers and brackets. */
    private static Grammar sums() {
        Map<String, Expression> rules = new LinkedHashMap<>();
        rules.put("sum", sequence(rule("term"), any("+", rule("term"))));
        rules.put("term", choice(rule("digits"), sequence("(", rule("term"), ")")));
        rules.put("digits", new Expression.Repetition(new Expression.Range('0', '9'), 1, 3));
        return new Grammar("sum", rules);
    }

    @Test
    void textsAreAcceptedAsAWholeOrRejectedWhereTheyLeave() {
        assertThat(Recogniser.accepts(sums(), "1+(22)+333")).isTrue();
        assertThat(Recogniser.accepts(sums(), "((1))")).isTrue();
        assertThat(Recogniser.accepts(sums(), "")).isFalse();
        assertThat(Recogniser.rejectedAt(sums(), "1+(22)+x")).isEqualTo(7);
        assertThat(Recogniser.rejectedAt(sums(), "1234")).isEqualTo(3);
    }

    @Test
    void allWaysOfReadingAreTried() {
        // Given
        Grammar grammar =
                new Grammar("all", Map.of("all", sequence(any(choice("a", "ab")), optional("b"), any(any("c")))));

        // When, Then
        assertThat(Recogniser.accepts(grammar, "abab")).isTrue();
        assertThat(Recogniser.accepts(grammar, "aabccc")).isTrue();
        assertThat(Recogniser.accepts(grammar, "ba")).isFalse();
    }

    @Property(tries = 300)
    void whatIsDrawnIsAccepted(@ForAll long seed) {
        String sentence = SentenceGenerator.sentence(sums(), new Random(seed));

        assertThat(Recogniser.accepts(sums(), sentence)).as(sentence).isTrue();
        assertThat(SentenceGenerator.sentence(sums(), new Random(seed))).isEqualTo(sentence);
    }

    @Test
    void rulesThatAreMissingOrBeginWithThemselvesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grammar("a", Map.of("a", rule("b"))))
                .withMessageContaining("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grammar("a", Map.of("a", choice("x", sequence(optional("y"), rule("a"))))));
    }

    @Test
    void gbnfIsWhatDecodersRead() {
        // Given
        Map<String, Expression> rules = new LinkedHashMap<>();
        rules.put("line", sequence("say \"a-b\"\n", optional(rule("digit")), any(choice("x", rule("digit")))));
        rules.put("digit", new Expression.Range('0', '9'));

        // When, Then
        assertThat(GbnfPrinter.print(new Grammar("line", rules))).isEqualTo("""
                root ::= line
                line ::= "say \\"a\\x2Db\\"\\n" digit? ("x" | digit)*
                digit ::= [0-9]
                """);
        assertThat(GbnfPrinter.print(sums())).contains("digits ::= [0-9]{1,3}");
    }

    @Test
    void jsonHoldsEveryRule() throws IOException {
        // When
        JsonNode document = new ObjectMapper().readTree(JsonPrinter.print(sums()));

        // Then
        assertThat(document.get("root").asText()).isEqualTo("sum");
        assertThat(document.at("/rules/digits/repeat/range/1").asText()).isEqualTo("9");
        assertThat(document.at("/rules/digits/most").asInt()).isEqualTo(3);
        assertThat(document.at("/rules/sum/sequence/0/rule").asText()).isEqualTo("term");
        assertThat(document.at("/rules/sum/sequence/1").has("most")).isFalse();
    }
}
