package dev.cadwright.geometry.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.geometry.GoldenData;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Shapes;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.geometry.format.Stl;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RasteriserTest {
    private static final RenderOptions SMALL = new RenderOptions(100, Style.SHADED, 0.8);

    /** A flat L in the view's plane seen by TOP: its corner at the lower left, the longer leg to the right. */
    private static final Mesh CORNER = Shapes.together(
            Shapes.box(Vector3.ZERO, new Vector3(8, 2, 1)), Shapes.box(Vector3.ZERO, new Vector3(2, 6, 1)));

    private static BufferedImage decode(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private static int level(BufferedImage image, int column, int row) {
        return image.getRaster().getSample(column, row, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "00192544,FRONT",
        "00192544,TOP",
        "00192544,RIGHT",
        "00812431,FRONT",
        "00812431,TOP",
        "00812431,RIGHT",
        "00932166,FRONT",
        "00932166,TOP",
        "00932166,RIGHT"
    })
    void depthAndMaskAgreeWithRayCasting(String shape, View view) throws IOException {
        // Given
        Path maps = GoldenData.folder("views/maps");
        Mesh mesh = Stl.read(maps.resolve(shape + ".stl"));
        double[] mask =
                Npy.read(maps.resolve(shape + "_" + view.label() + "_mask.npy")).values();
        double[] depth = Npy.read(maps.resolve(shape + "_" + view.label() + "_depth.npy"))
                .values();
        // When
        Picture picture = Rasteriser.render(mesh, view, new RenderOptions(256, Style.DEPTH, 0.8));
        BufferedImage drawnMask = decode(Rasteriser.render(mesh, view, new RenderOptions(256, Style.MASK, 0.8)));
        // Then
        double[] drawn = Npy.parse(picture.bytes()).values();
        for (int i = 0; i < depth.length; i++) {
            assertThat(Double.isNaN(drawn[i])).as("pixel %d", i).isEqualTo(mask[i] == 0);
            assertThat(level(drawnMask, i % 256, i / 256)).isEqualTo(mask[i] == 0 ? 0 : 255);
            if (mask[i] != 0) {
                assertThat(drawn[i]).as("pixel %d", i).isCloseTo(depth[i], within(1e-3));
            }
        }
    }

    @Test
    void viewsHaveTheirAxesWhereDraughtsmenExpectThem() throws IOException {
        // When
        BufferedImage top = decode(Rasteriser.render(CORNER, View.TOP, SMALL.withStyle(Style.MASK)));
        // Then the long leg lies below, the short one on the left, and the space between is empty
        assertThat(level(top, 85, 75)).isEqualTo(255);
        assertThat(level(top, 15, 25)).isEqualTo(255);
        assertThat(level(top, 85, 25)).isZero();
        assertThat(View.FRONT.right()).isEqualTo(Vector3.X);
        assertThat(View.FRONT.up()).isEqualTo(Vector3.Z);
        assertThat(View.RIGHT.right()).isEqualTo(Vector3.Y);
        assertThat(View.RIGHT.up()).isEqualTo(Vector3.Z);
    }

    @Test
    void depthIsMeasuredFromTheCentreInLongestSidesAndNothingIsSeenOutside() throws FormatException {
        // Given
        Mesh box = Shapes.box(new Vector3(5, 5, 5), new Vector3(15, 9, 7));
        // When
        double[] depth = Npy.parse(Rasteriser.render(box, View.FRONT, SMALL.withStyle(Style.DEPTH))
                        .bytes())
                .values();
        // Then the front lies half of 4 before the centre, in units of 10
        assertThat(depth[50 * 100 + 50]).isCloseTo(-0.2, within(1e-7));
        assertThat(depth[5 * 100 + 50]).isNaN();
    }

    @Test
    void hiddenEdgesAreNotDrawn() throws IOException {
        // Given a small box behind a large one
        Mesh mesh = Shapes.together(
                Shapes.box(Vector3.ZERO, new Vector3(10, 1, 10)),
                Shapes.box(new Vector3(4, 2, 4), new Vector3(6, 3, 6)));
        // When
        BufferedImage front = decode(Rasteriser.render(mesh, View.FRONT, SMALL.withStyle(Style.LINES)));
        // Then inside the outline the picture is blank
        for (int row = 14; row < 86; row++) {
            for (int column = 14; column < 86; column++) {
                assertThat(level(front, column, row)).isEqualTo(255);
            }
        }
        assertThat(level(front, 50, 10)).isLessThan(255);
    }

    @Test
    void creasesAreDrawnAndSmoothSurfacesAreNot() throws IOException {
        // Given two slopes that meet at a ridge, steep or nearly flat
        Mesh steep = ridge(4);
        Mesh flat = ridge(0.5);
        // When
        BufferedImage drawnSteep = decode(Rasteriser.render(steep, View.TOP, SMALL.withStyle(Style.LINES)));
        BufferedImage drawnFlat = decode(Rasteriser.render(flat, View.TOP, SMALL.withStyle(Style.LINES)));
        // Then
        assertThat(level(drawnSteep, 50, 50)).isLessThan(255);
        assertThat(level(drawnFlat, 50, 50)).isEqualTo(255);
    }

    private static Mesh ridge(double height) {
        return new Mesh(
                new double[] {-5, -5, 0, 0, -5, height, 5, -5, 0, -5, 5, 0, 0, 5, height, 5, 5, 0},
                new int[] {0, 1, 3, 1, 4, 3, 1, 2, 4, 2, 5, 4});
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theSameMeshGivesTheSameBytesAndAnEmptyOneAnEmptyPicture(Style style) {
        // Given
        RenderOptions options = SMALL.withStyle(style);
        // When
        byte[] first = Rasteriser.render(CORNER, View.ISO, options).bytes();
        byte[] second = new Rasteriser(CORNER).render(View.ISO, options).bytes();
        Picture empty = Rasteriser.render(new Mesh(new double[0], new int[0]), View.ISO, options);
        // Then
        assertThat(first).isEqualTo(second);
        assertThat(empty.bytes()).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void theCornerViewShowsTheWholeShape() throws IOException {
        // Given
        Mesh cube = Shapes.unitCube();
        // When
        BufferedImage picture = decode(Rasteriser.render(cube, View.ISO, SMALL.withStyle(Style.MASK)));
        // Then
        int seen = 0;
        for (int i = 0; i < 100; i++) {
            assertThat(level(picture, i, 2) + level(picture, i, 97) + level(picture, 2, i) + level(picture, 97, i))
                    .isZero();
            seen += level(picture, 50, i) > 0 ? 1 : 0;
        }
        assertThat(seen).isBetween(78, 81);
    }

    @Test
    void sizesAndSharesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> SMALL.withSize(5000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RenderOptions(64, Style.MASK, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RenderOptions(64, Style.MASK, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
