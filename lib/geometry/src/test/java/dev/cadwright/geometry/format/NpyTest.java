package dev.cadwright.geometry.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.geometry.PointCloud;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
    @TempDir
    private Path folder;

    private static byte[] file(String header, int version, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            buffer.putShort((short) text.length);
        } else {
            buffer.putInt(text.length);
        }
        return Arrays.copyOf(buffer.put(text).put(data).array(), buffer.position());
    }

    private static String header(String type, boolean fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                + ", }";
    }

    private static void assertRefused(String code, byte[] file) {
        assertThatThrownBy(() -> Npy.parse(file))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void pointsWithNormalsSurviveInSinglePrecision() throws IOException {
        // Given
        PointCloud cloud = new PointCloud(new double[] {0.5, 1, -2, 3, 4, 5}, new double[] {1, 0, 0, 0, 0, 1});
        // When
        Npy.writeWithNormals(folder.resolve("six.npy"), cloud);
        Npy.write(folder.resolve("three.npy"), cloud);
        PointCloud six = Npy.read(folder.resolve("six.npy")).toPointCloud();
        PointCloud three = Npy.read(folder.resolve("three.npy")).toPointCloud();
        // Then
        assertThat(six.positions()).isEqualTo(cloud.positions());
        assertThat(six.normals()).isEqualTo(cloud.normals());
        assertThat(three.positions()).isEqualTo(cloud.positions());
        assertThat(three.hasNormals()).isFalse();
    }

    @Test
    void theHeaderIsTheOneThatNumPyWrites() {
        // When
        byte[] file = Npy.encode(List.of(2), new float[] {1, 2});
        // Then
        String text = new String(file, 10, 118, StandardCharsets.US_ASCII);
        assertThat(text)
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }")
                .endsWith(" \n");
        assertThat(file).hasSize(128 + 8);
    }

    @Test
    void bothByteOrdersAllWidthsAndVersionsAreRead() throws FormatException {
        byte[] little = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(1.5)
                .array();
        byte[] big = ByteBuffer.allocate(4).putFloat(1.5f).array();
        byte[] half = {0x00, 0x3E};
        assertThat(Npy.parse(file(header("<f8", false, "(1,)"), 1, little)).values())
                .containsExactly(1.5);
        assertThat(Npy.parse(file(header(">f4", false, "()"), 2, big)).values()).containsExactly(1.5);
        assertThat(Npy.parse(file(header("<f2", true, "(1,)"), 3, half)).values())
                .containsExactly(1.5);
        assertThat(Npy.parse(file(header("|u1", false, "(1, 1)"), 1, new byte[] {(byte) 200}))
                        .shape())
                .containsExactly(1, 1);
    }

    @Test
    void whatIsNotAnArrayIsRefusedWithAReason() {
        byte[] none = {};
        assertRefused("npy_magic", new byte[40]);
        assertRefused("npy_magic", none);
        assertRefused("npy_version", file(header("<f4", false, "(0,)"), 9, none));
        assertRefused("npy_type", file(header("|O", false, "(1,)"), 1, new byte[8]));
        assertRefused("npy_type", file(header("<u8", false, "(1,)"), 1, new byte[8]));
        assertRefused("npy_fortran_order", file(header("<f4", true, "(1, 2)"), 1, new byte[8]));
        assertRefused("npy_size", file(header("<f4", false, "(3, 2)"), 1, new byte[8]));
        assertRefused("npy_too_large", file(header("<f4", false, "(999999999, 999999999)"), 1, none));
        assertRefused("npy_too_large", file(header("<f4", false, "(99999999999,)"), 1, none));
        assertRefused("npy_header", file(header("<f4", false, "(-1,)"), 1, none));
        assertRefused("npy_header", file("{}", 1, none));
        byte[] claims = file(header("<f4", false, "(0,)"), 2, none);
        claims[11] = 0x7F;
        assertRefused("npy_header", claims);
    }

    @Test
    void otherShapesAndInfinitePointsAreNoClouds() throws FormatException {
        NpyArray flat = Npy.parse(Npy.encode(List.of(4), new float[4]));
        NpyArray infinite = Npy.parse(Npy.encode(List.of(1, 3), new float[] {0, 0, Float.NaN}));
        assertThatThrownBy(flat::toPointCloud).hasMessageContaining("(n, 3)");
        assertThatThrownBy(infinite::toPointCloud).hasMessageContaining("not finite");
    }

    @Property(tries = 500)
    void damageEitherReadsOrIsRefused(
            @ForAll @IntRange(max = 150) int position, @ForAll byte value, @ForAll @IntRange(max = 160) int length) {
        // Given
        byte[] file = Arrays.copyOf(Npy.encode(List.of(2, 3), new float[6]), length);
        if (position < length) {
            file[position] = value;
        }
        // When
        try {
            NpyArray array = Npy.parse(file);
            // Then
            assertThat(array.values().length).isLessThanOrEqualTo(48);
        } catch (FormatException e) {
            assertThat(e.code()).startsWith("npy_");
        }
    }

    @Test
    void wholeNumbersAreWrittenAndReadBack() throws FormatException {
        // Given
        long[] values = {-1, 0, 255, 1L << 40};

        // When
        NpyArray read = Npy.parse(Npy.encode(List.of(2, 2), values));

        // Then
        assertThat(read.shape()).containsExactly(2, 2);
        assertThat(read.values()).containsExactly(-1, 0, 255, 1L << 40);
    }

    @Test
    void valuesThatDoNotFillTheShapeAreNotWritten() {
        assertThatThrownBy(() -> Npy.encode(List.of(2, 3), new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values do not fill the shape [2, 3]");
        assertThatThrownBy(() -> Npy.encode(List.of(-1), new long[1])).isInstanceOf(IllegalArgumentException.class);
    }
}
