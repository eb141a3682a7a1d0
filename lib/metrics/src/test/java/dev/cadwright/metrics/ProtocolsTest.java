package dev.cadwright.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.kernel.KernelException;
import dev.cadwright.kernel.KernelPool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolsTest {
    private static final Supplier<KernelPool> NO_KERNEL = ProtocolsTest::noKernel;
    private static final Mesh BRACKET = Solids.together(Solids.box(0, 0, 0, 4, 1, 1), Solids.box(0, 0, 0, 1, 3, 1));

    private static KernelPool noKernel() {
        throw new KernelException(KernelException.Code.WORKER_MISSING, "this test has no kernel");
    }

    private static Score score(String protocol, Shape prediction, Shape truth) {
        return Protocols.of(protocol, NO_KERNEL).score("sample", prediction, truth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict-v1", "cadrille-2025", "points", "overlap"})
    void everyNumberOfAScoreIsDefinedAndTheSameEachTime(String protocol) {
        // Given
        List<String> names = ProtocolDefinition.of(protocol).metrics().stream()
                .map(MetricDefinition::name)
                .toList();
        // When
        Score first = score(protocol, Shape.of(Solids.box(0, 0, 0, 4, 3, 1)), Shape.of(BRACKET));
        Score second = score(protocol, Shape.of(Solids.box(0, 0, 0, 4, 3, 1)), Shape.of(BRACKET));
        // Then
        assertThat(first.verdict()).isEqualTo(Score.Verdict.MEASURED);
        assertThat(names).containsAll(first.metrics().keySet());
        assertThat(first.metrics()).isEqualTo(second.metrics());
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict-v1", "cadrille-2025"})
    void positionAndScaleDoNotMatterWhereShapesAreNormalised(String protocol) {
        // Given
        Mesh moved = BRACKET.transformed(Transform.scaling(25.4).then(Transform.translation(new Vector3(100, -50, 3))));
        // When
        Score score = score(protocol, Shape.of(moved), Shape.of(BRACKET));
        // Then
        assertThat(score.metrics().get("iou")).isCloseTo(1, within(1e-9));
    }

    @Test
    void aTurnedShapeIsForgivenOnlyByTheRotatedIou() {
        // Given
        Mesh turned = BRACKET.transformed(Transform.rotation(Vector3.Y, Math.PI / 2));
        // When
        Score score = score(Protocols.STRICT, Shape.of(turned), Shape.of(BRACKET));
        // Then
        assertThat(score.metrics().get("iou")).isLessThan(0.5);
        assertThat(score.metrics().get("iou_rotated")).isCloseTo(1, within(1e-6));
    }

    @Test
    void aShapeAgainstItselfScoresTheNoiseFloorAndNoLess() {
        // When
        Score score = score(Protocols.STRICT, Shape.of(BRACKET), Shape.of(BRACKET));
        // Then overlapping inner faces are sampled too; both samples have them
        double floor = score.metrics().get("chamfer_noise_floor");
        assertThat(score.metrics().get("chamfer")).isBetween(0.85 * floor, 1.15 * floor);
        assertThat(score.metrics().get("chamfer_excess")).isCloseTo(0, within(0.15 * floor));
    }

    @Test
    void failuresCountWithTheWorstNumberAndKeepTheirReason() {
        // When
        Score failed = score(Protocols.STRICT, Shape.absent("timeout", "no result within 3.0 s"), Shape.of(BRACKET));
        Score open = score(
                Protocols.STRICT,
                Shape.of(new Mesh(BRACKET.vertices(), Arrays.copyOf(BRACKET.triangles(), 33))),
                Shape.of(BRACKET));
        // Then
        assertThat(failed.verdict()).isEqualTo(Score.Verdict.FAILED);
        assertThat(failed.category()).isEqualTo("timeout");
        assertThat(failed.metrics())
                .containsEntry("iou", 0.0)
                .containsEntry("valid", 0.0)
                .doesNotContainKey("chamfer");
        assertThat(open.category()).isEqualTo("invalid");
        assertThat(open.reason()).contains("not closed");
    }

    @Test
    void aSolidWithDefectsFailsStrictlyAndIsMeasuredAsThePeerDoes() {
        // Given
        Shape defective = new Shape.Usable(
                Optional.empty(), Optional.of(BRACKET), Optional.empty(), List.of("self-intersecting wire"));
        // When, Then
        assertThat(score(Protocols.STRICT, defective, Shape.of(BRACKET)).category())
                .isEqualTo("invalid");
        assertThat(score(Protocols.CADRILLE, defective, Shape.of(BRACKET))
                        .metrics()
                        .get("valid"))
                .isEqualTo(1);
        assertThat(score(Protocols.STRICT, Shape.of(BRACKET), defective).verdict())
                .isEqualTo(Score.Verdict.EXCLUDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict-v1", "cadrille-2025", "points", "overlap"})
    void aTruthThatCannotBeMeasuredIsNobodysFault(String protocol) {
        // Given
        Shape none = Shape.absent("crash", "the kernel died of SIGSEGV");
        Shape flat = Shape.of(new Mesh(new double[9], new int[] {0, 1, 2}));
        // When, Then
        assertThat(score(protocol, Shape.of(BRACKET), none).verdict()).isEqualTo(Score.Verdict.EXCLUDED);
        assertThat(score(protocol, none, none).verdict()).isEqualTo(Score.Verdict.EXCLUDED);
        assertThat(score(protocol, Shape.of(BRACKET), flat).verdict()).isEqualTo(Score.Verdict.EXCLUDED);
        assertThat(score(protocol, flat, Shape.of(BRACKET)).verdict()).isEqualTo(Score.Verdict.FAILED);
    }

    @Test
    void cloudsAreMeasuredAsTheyAreInTheDirectionThatTheNameSays() {
        // Given a truth with one far point that the prediction misses
        PointCloud truth = new PointCloud(new double[] {0, 0, 0, 3, 0, 0});
        PointCloud prediction = new PointCloud(new double[] {0, 0, 0, 0, 0, 0});
        // When
        Score score = Protocols.of(ProtocolDefinition.of(Protocols.POINTS).withTau(0.5), NO_KERNEL)
                .score("clouds", Shape.of(prediction), Shape.of(truth));
        // Then
        assertThat(score.metrics())
                .containsEntry("mean_d_pred_to_truth", 0.0)
                .containsEntry("mean_d_truth_to_pred", 1.5)
                .containsEntry("mean_d2_truth_to_pred", 4.5)
                .containsEntry("hausdorff_truth_to_pred", 3.0)
                .containsEntry("hausdorff", 3.0)
                .containsEntry("emd", 1.5)
                .containsEntry("fscore", 2.0 / 3)
                .doesNotContainKey("normal_consistency");
    }

    @Test
    void emptyCloudsAndUnknownProtocolsAreNamed() {
        PointCloud none = new PointCloud(new double[0]);
        PointCloud one = new PointCloud(new double[3]);
        assertThat(score(Protocols.POINTS, Shape.of(none), Shape.of(one)).category())
                .isEqualTo("no_result");
        assertThat(score(Protocols.POINTS, Shape.of(one), Shape.of(none)).verdict())
                .isEqualTo(Score.Verdict.EXCLUDED);
        assertThatThrownBy(() -> Protocols.of("chamfer-2019", NO_KERNEL))
                .hasMessageContaining("strict-v1, cadrille-2025");
    }

    @Test
    void anotherSeedDrawsOtherPointsButNoOtherVolumes() {
        // Given
        ProtocolDefinition definition = ProtocolDefinition.of(Protocols.STRICT);
        Shape box = Shape.of(Solids.box(0, 0, 0, 4, 3, 1));
        // When
        Score first = Protocols.of(definition, NO_KERNEL).score("s", box, Shape.of(BRACKET));
        Score second = Protocols.of(definition.withSeed(7), NO_KERNEL).score("s", box, Shape.of(BRACKET));
        // Then
        assertThat(first.metrics().get("iou")).isEqualTo(second.metrics().get("iou"));
        assertThat(first.metrics().get("chamfer")).isNotEqualTo(second.metrics().get("chamfer"));
    }

    @Test
    void theNearestToTheInputIsChosenAndFailuresNever() {
        // Given
        PointCloud input = new PointCloud(new double[] {0, 0, 0, 1, 0, 0});
        PointCloud far = new PointCloud(new double[] {0, 0, 1, 1, 0, 1});
        // When, Then
        assertThat(InputSelection.choose(List.of(Optional.empty(), Optional.of(far), Optional.of(input)), input))
                .hasValue(2);
        assertThat(InputSelection.choose(List.of(Optional.empty()), input)).isEmpty();
    }
}
