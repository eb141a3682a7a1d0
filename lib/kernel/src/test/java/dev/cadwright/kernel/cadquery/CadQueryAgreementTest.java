package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.TestKernel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * CadQuery programs against what CadQuery 2.8.0 made of them. Every fourth or sixth program runs in the build, and all that the
 * reference found invalid or that are known to differ; all programs with {@code -Dcadwright.agreement=all}.
 */
class CadQueryAgreementTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    @Test
    void everyCadRecodeProgramMakesTheSolidOfTheReference() throws Exception {
        agrees(Corpus.CAD_RECODE, 1.0, 0.99);
    }

    @Test
    void everyModelOutputMakesTheSolidOfTheReferenceAndTheSameOnesAreInvalid() throws Exception {
        agrees(Corpus.MODEL_OUTPUTS, 1.0, 0.99);
    }

    @Test
    void cadQuerysExamplesMakeTheSolidsOfTheReference() throws Exception {
        agrees(Corpus.EXAMPLES, 0.98, 0.9);
    }

    @Test
    void programsOfLanguageModelsMakeTheSolidsOfTheReference() throws Exception {
        agrees(Corpus.LANGUAGE_MODELS, 0.98, 0.9);
    }

    /**
     * Shares count those that are explained only over a whole corpus.
     *
     * @param within the share of what the reference executes whose measures agree
     * @param alike the share of it with the same number of solids and the same types of faces
     */
    private static void agrees(Corpus corpus, double within, double alike) throws Exception {
        // When
        List<Deviation> deviations = corpus.compare(KERNEL.pool());
        print(corpus, deviations);

        // Then
        assertThat(deviations).as("programs").hasSize(corpus.size());
        List<Deviation> executable =
                deviations.stream().filter(each -> each.expected().isOk()).toList();
        List<Deviation> unexplained = deviations.stream()
                .filter(each -> !KnownDifferences.explain(each))
                .toList();
        assertThat(unexplained).as("solids where the reference has others").noneMatch(Deviation::isWrongSolid);
        assertThat(executable).as("of other validity").noneMatch(each -> each.bothMade() && !each.sameValidity());
        List<Deviation> counted = Corpus.isWhole()
                ? executable
                : executable.stream()
                        .filter(each -> !KnownDifferences.explain(each))
                        .toList();
        assertThat(counted).as("programs that the reference executes").isNotEmpty();
        assertThat(share(counted, each -> each.within() || isInvalidInBoth(each)))
                .as("same measures")
                .isGreaterThanOrEqualTo(within);
        assertThat(share(counted, Deviation::sameSolidsAndFaces))
                .as("same faces")
                .isGreaterThanOrEqualTo(alike);
    }

    /** What volume an outline has that crosses itself is nowhere defined. */
    private static boolean isInvalidInBoth(Deviation deviation) {
        return deviation.bothMade()
                && !deviation.expected().isValid()
                && deviation.sameValidity()
                && KnownDifferences.explain(deviation);
    }

    private static double share(List<Deviation> of, Predicate<Deviation> test) {
        return (double) of.stream().filter(test).count() / of.size();
    }

    private static void print(Corpus corpus, List<Deviation> deviations) {
        List<Deviation> executable =
                deviations.stream().filter(each -> each.expected().isOk()).toList();
        System.out.printf(
                Locale.ROOT,
                "%n| %s | %d programs | made %d | within 1e-6 %d | same solids and faces %d | same counts %d | same "
                        + "validity %d | unsupported %d | invalid here %d |%n",
                corpus.folder(),
                deviations.size(),
                executable.stream().filter(Deviation::bothMade).count(),
                executable.stream().filter(Deviation::within).count(),
                executable.stream().filter(Deviation::sameSolidsAndFaces).count(),
                executable.stream().filter(Deviation::sameCounts).count(),
                executable.stream().filter(Deviation::sameValidity).count(),
                deviations.stream().filter(Deviation::unsupported).count(),
                deviations.stream()
                        .filter(each -> each.actual().category() == Category.INVALID)
                        .count());
        deviations.stream()
                .filter(each -> !each.within() || !each.sameSolidsAndFaces())
                .filter(each -> !each.agreesToFail())
                .sorted(Comparator.comparingDouble(Deviation::worst).reversed())
                .limit(Integer.getInteger("cadwright.agreement.worst", 10))
                .forEach(each -> System.out.println("  " + each));
    }
}
