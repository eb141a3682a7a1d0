package dev.cadwright.cad.procedural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.block.Block;
import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.block.CubeSymmetry;
import dev.cadwright.geometry.Bounds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProceduralGeneratorTest {
    private static final ProceduralGenerator GENERATOR = new ProceduralGenerator(7);
    private static final List<ProceduralSample> SAMPLES =
            IntStream.range(0, 1_000).mapToObj(GENERATOR::sample).toList();

    @Test
    void aSampleDependsOnSeedAndIndexAlone() {
        // When drawn again, backwards on several threads
        List<BlockProgram> again = IntStream.range(0, SAMPLES.size())
                .parallel()
                .mapToObj(i -> new ProceduralGenerator(7)
                        .sample(SAMPLES.size() - 1L - i)
                        .program())
                .toList()
                .reversed();

        // Then
        assertThat(again)
                .isEqualTo(SAMPLES.stream().map(ProceduralSample::program).toList());
        assertThat(new ProceduralGenerator(8).sample(0).program())
                .isNotEqualTo(SAMPLES.getFirst().program());
    }

    @Test
    void aSeedMeansTheSameShapesOnEveryMachineAndInEveryVersion() throws Exception {
        // When
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        SAMPLES.stream()
                .limit(200)
                .forEach(sample ->
                        digest.update(BlockText.print(sample.program()).getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("e0a716208609071331de66642492c8cfefc161f26f5164b247a27003161fedae");
    }

    @Test
    void everySampleIsCanonicalShortAndInRange() {
        assertThat(SAMPLES).allSatisfy(sample -> {
            assertThat(Blocks.canonical(sample.program())).isEqualTo(sample.program());
            assertThat(Blocks.tokenCount(sample.program())).isLessThanOrEqualTo(ProceduralGenerator.LONGEST);
            for (Block block : sample.program().blocks()) {
                assertThat(block.from()).isGreaterThanOrEqualTo(-BlockProgram.LIMIT);
                assertThat(block.to()).isLessThanOrEqualTo(BlockProgram.LIMIT);
            }
        });
    }

    @Test
    void everyBodyIsOneCentredPieceThatEveryBlockShapes() {
        assertThat(SAMPLES).allSatisfy(sample -> {
            Bounds bounds = sample.solid().bounds();
            assertThat(bounds.longestSide()).isBetween(198.5, 201.5);
            assertThat(bounds.centre().length()).isLessThan(2);
            assertThat(sample.solid().connected()).isTrue();
            double[] volumes = sample.solid().volumesByBlock();
            for (int i = 1; i < volumes.length; i++) {
                assertThat(Math.abs(volumes[i] / volumes[i - 1] - 1)).isGreaterThanOrEqualTo(0.005);
            }
        });
    }

    @Test
    void allPlanesLoopsAndOperationsOccur() {
        // When
        Set<Object> seen = new HashSet<>();
        for (ProceduralSample sample : SAMPLES) {
            for (Block block : sample.program().blocks()) {
                seen.add(block.plane());
                seen.add(block.cut());
                block.loops().forEach(loop -> seen.add(loop.getClass()));
            }
        }

        // Then: three planes, two operations, four loops
        assertThat(seen).hasSize(9);
    }

    @Test
    void everyReasonToRejectADraftOccursAndMostAreKept() {
        // Given
        Draws draws = new Draws(3, 0);
        Set<ProceduralGenerator.Reason> reasons = EnumSet.noneOf(ProceduralGenerator.Reason.class);
        int kept = 0;

        // When
        for (int i = 0; i < 2_000; i++) {
            switch (ProceduralGenerator.judge(BodyDraft.draw(draws))) {
                case ProceduralGenerator.Verdict.Kept ignored -> kept++;
                case ProceduralGenerator.Verdict.Rejected(var reason) -> reasons.add(reason);
            }
        }

        // Then
        assertThat(kept).isGreaterThan(1_000);
        assertThat(reasons)
                .contains(
                        ProceduralGenerator.Reason.BROKEN,
                        ProceduralGenerator.Reason.ROUNDED_AWAY,
                        ProceduralGenerator.Reason.IDLE_BLOCK,
                        ProceduralGenerator.Reason.DISCONNECTED);
    }

    @Test
    void turnedAndMirroredCopiesShareASignature() {
        // Given, away from the steps of rounding
        ProceduralSample sample = SAMPLES.get(4);

        // When
        Set<GeometrySignature> signatures = new HashSet<>();
        for (var symmetry : CubeSymmetry.ALL) {
            var turned = BlockSolid.of(Blocks.apply(symmetry, sample.program()));
            if (turned instanceof BlockExecution.Built(var solid)) {
                signatures.add(GeometrySignature.of(solid));
            }
        }

        // Then
        assertThat(signatures).hasSize(1);
    }
}
