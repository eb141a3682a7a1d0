package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.TestKernel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * CadQuery programs in other languages, executed, against what CadQuery 2.8.0 made of the originals. A fixed part of the
 * corpora runs in the build; all of them with {@code -Dcadwright.agreement=all}.
 */
class CadQueryConversionTest {
    private static final List<Language> HISTORIES =
            List.of(Language.SKETCH, Language.DEEPCAD, Language.FUSION360, Language.OPENECAD);

    /** Of the part of a corpus that runs in the build. */
    private static final int EVERY = 16;

    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    @Test
    void cadRecodeProgramsAreTheSameSolidsInOtherLanguages() throws Exception {
        convert(Corpus.CAD_RECODE, 0.99);
    }

    @Test
    void modelOutputsAreTheSameSolidsInOtherLanguagesOrRefused() throws Exception {
        convert(Corpus.MODEL_OUTPUTS, 0.9);
    }

    @Test
    void whatIsNoHistoryIsRefusedAndNeverAnotherSolid() throws Exception {
        convert(Corpus.LANGUAGE_MODELS, 0);
        convert(Corpus.EXAMPLES, 0);
    }

    private static void convert(Corpus corpus, double least) throws Exception {
        List<Expected> sound = corpus.expected().stream()
                .filter(expected -> expected.isOk() && (Corpus.isWhole() || expected.isValid()))
                .toList();
        List<Expected> programs = IntStream.range(0, sound.size())
                .filter(index -> Corpus.isWhole() || index % EVERY == 0)
                .mapToObj(sound::get)
                .toList();
        Map<Language, Integer> converted = new EnumMap<>(Language.class);
        List<String> refusals = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Expected expected : programs) {
            String program = corpus.program(expected.name());
            for (Language language : Language.values()) {
                switch (Programs.convert(Language.CADQUERY, program, language)) {
                    case Parse.Ok<String>(String text) -> {
                        converted.merge(language, 1, Integer::sum);
                        if (HISTORIES.contains(language)) {
                            compare(expected, language, text, others);
                        }
                    }
                    case Parse.Failed<String>(var diagnostics) -> {
                        assertThat(diagnostics.getFirst().message()).isNotBlank();
                        refusals.add(expected.name() + " " + language.label() + ": " + diagnostics.getFirst());
                    }
                }
            }
        }
        System.out.printf(Locale.ROOT, "%n| %s | %d programs | %s |%n", corpus.folder(), programs.size(), converted);
        refusals.stream().limit(10).forEach(refusal -> System.out.println("  " + refusal));
        others.stream().limit(20).forEach(other -> System.out.println("  " + other));
        assertThat(others).as("other solids").isEmpty();
        assertThat((double) converted.getOrDefault(Language.SKETCH, 0) / programs.size())
                .as("converted")
                .isGreaterThanOrEqualTo(least);
    }

    private static void compare(Expected expected, Language language, String text, List<String> others) {
        Construction construction = Programs.parse(language, text).orElseThrow();
        Execution execution = KERNEL.pool().execute(new Source.Program(construction), Request.properties());
        double volume =
                switch (execution) {
                    case Execution.Solid solid -> solid.properties().volume();
                    case Execution.Invalid invalid -> invalid.properties().volume();
                    case Execution.Loose loose -> loose.properties().volume();
                    case Execution.Rejected _,
                            Execution.NoResult _,
                            Execution.Exhausted _,
                            Execution.TimedOut _,
                            Execution.Crashed _ -> Double.NaN;
                };
        double wanted = expected.number("volume");
        double tolerance = language == Language.OPENECAD ? 1e-4 : Deviation.TOLERANCE;
        if (!(Math.abs(volume - wanted) <= tolerance * Math.abs(wanted))) {
            others.add("%s in %s: volume %s, not %s; %s"
                    .formatted(expected.name(), language.label(), volume, wanted, execution.category()));
        }
    }
}
