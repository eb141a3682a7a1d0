package dev.cadwright.geometry.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GreyPngTest {
    @Property(tries = 150)
    void anyPictureIsReadBackByTheLibraryAsItWas(
            @ForAll @IntRange(min = 16, max = 90) int size,
            @ForAll @IntRange(min = 1, max = 256) int levels,
            @ForAll @IntRange(min = 1, max = 400) int run,
            @ForAll long seed)
            throws IOException {
        // Given runs of random levels, from noise to almost blank
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[size * size];
        byte level = 0;
        for (int i = 0; i < pixels.length; i++) {
            level = random.nextInt(run) == 0 ? (byte) random.nextInt(levels) : level;
            pixels[i] = level;
        }
        // When
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(GreyPng.encode(pixels, size)));
        // Then
        assertThat(image.getWidth()).isEqualTo(size);
        byte[] read = (byte[]) image.getRaster().getDataElements(0, 0, size, size, null);
        assertThat(read).isEqualTo(pixels);
    }

    @Property(tries = 50)
    void veryUnevenFrequenciesStayWithinTheLongestCode(@ForAll @IntRange(min = 20, max = 40) int symbols) {
        // Given Fibonacci frequencies, which want the longest codes
        int[] frequencies = new int[symbols];
        frequencies[0] = 1;
        frequencies[1] = 1;
        for (int i = 2; i < symbols; i++) {
            frequencies[i] = frequencies[i - 1] + frequencies[i - 2];
        }
        // When
        HuffmanCode code = HuffmanCode.of(frequencies, 15);
        // Then the lengths form a complete prefix code (Kraft)
        double sum = 0;
        for (int length : code.lengths) {
            assertThat(length).isBetween(1, 15);
            sum += Math.pow(2, -length);
        }
        assertThat(sum).isEqualTo(1);
    }
}
