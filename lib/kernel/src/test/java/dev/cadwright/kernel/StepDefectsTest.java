package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepDefectsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#1=A(#2);#2=B(#1);                | step.circle    | #2 refers to #1, of which it is a part",
                "#1=A(#1);                         | step.circle    | #1 refers to #1, of which it is a part",
                "#1=A(#2,#3);#2=B(#3);#3=C(#4);#4=D(#2); | step.circle | #2 refers to #3, of which it is a part",
                "#1=A(#7);                         | step.reference | #7 is not defined",
                "#1=A();#1=B();                    | step.duplicate | #1 is defined twice (line 1)",
                "#1=A((0.,1.);#2=B();               | step.syntax    | brackets are left open before #2 (line 1)",
                "#1=A(0.));                        | step.syntax    | a bracket is closed that was not opened (line 1)",
                "#1=A([0.);                        | step.syntax    | [ means nothing here (line 1)",
                "#1='A'(0.);                       | step.syntax    | no entity follows #1 (line 1)",
                "#2147483648=A();                  | step.number    | #2147483648 is too large a number for an entity"
                        + " (line 1)"
            })
    void aDefectIsNamed(String data, String code, String message) {
        // When
        Fault fault = StepDefects.find(bytes(data)).orElseThrow();

        // Then
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).isEqualTo(message);
    }

    @Test
    void bracketsThatNestTooDeepAreNamed() {
        assertThat(StepDefects.find(bytes("#1=A(" + "(".repeat(100_000))))
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("step.nesting"));
    }

    @Test
    void longChainsNeedNoDeepStack() {
        StringBuilder chain = new StringBuilder();
        for (int i = 1; i < 50_000; i++) {
            chain.append("#%d=A(#%d,#%d);\n".formatted(i, i + 1, i + 1));
        }

        assertThat(StepDefects.find(bytes(chain + "#50000=A();"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/**/", "/* ", "/", "'", "#1", "#1 ", "#1=A() /* ", "#1=", "# "})
    void sixtyMegabytesOfAnythingAreLookedThrough(String piece) {
        // Given
        byte[] text = new byte[60_000_000];
        byte[] head = bytes("#7=");
        System.arraycopy(head, 0, text, 0, head.length);
        byte[] repeated = bytes(piece);
        for (int i = head.length; i < text.length; i++) {
            text[i] = repeated[(i - head.length) % repeated.length];
        }

        // When
        Optional<Fault> fault = StepDefects.find(text);

        // Then
        assertThat(fault).contains(Fault.of("step.syntax", "no entity follows #7 (line 1)"));
    }

    @Test
    void commentsStandBetweenAnyTwoTokens() {
        assertThat(StepDefects.find(bytes("#1/**//**/=" + "/**/".repeat(1000) + "A/* ( */(#2);#2=/* ' */(B()C());")))
                .isEmpty();
    }

    @Test
    void whatIsNeverClosedEndsTheText() {
        assertThat(StepDefects.find(bytes("#1=A(); /* #2=B(#9);"))).isEmpty();
        assertThat(StepDefects.find(bytes("#1=A(); 'never closed ))))"))).isEmpty();
    }

    @Test
    void commentsAndStringsAreNotLookedAt() {
        assertThat(StepDefects.find(bytes("/* #1=A(#9); ' */ #1= /* x */ A('#8 ((', #2); #2=(B()C());")))
                .isEmpty();
    }

    @Test
    void soundFilesHaveNoDefect() throws IOException {
        try (Stream<Path> files = Files.list(Workers.root().resolve("samples/deepcad-step"))) {
            List<Path> samples = files.toList();
            assertThat(samples).hasSize(48);
            for (Path sample : samples) {
                assertThat(StepDefects.find(Files.readAllBytes(sample)))
                        .as(sample.toString())
                        .isEmpty();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
