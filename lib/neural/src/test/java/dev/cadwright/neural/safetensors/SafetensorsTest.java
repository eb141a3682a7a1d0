package dev.cadwright.neural.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    private Path folder;

    @Test
    void tensorsOfEveryWrittenTypeAreReadBack() throws IOException {
        // Given
        float[] values = {1, -2.5f, 0.333f, 65504, 0, -1e-3f};
        long[] shape = {2, 3};

        // When
        Path path = write(new SafetensorsWriter()
                .floats("single", ElementType.F32, shape, values)
                .floats("brain", ElementType.BF16, shape, values)
                .floats("half", ElementType.F16, shape, values)
                .integers("long", ElementType.I64, new long[] {2}, new long[] {Long.MIN_VALUE, 7})
                .integers("int", ElementType.I32, new long[] {}, new long[] {-3})
                .integers("byte", ElementType.U8, new long[] {0}, new long[] {})
                .metadata("format", "pt"));

        // Then
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.floats("single")).isEqualTo(values);
            assertThat(file.floats("single", 2, 2)).containsExactly(0.333f, 65504);
            assertThat(file.floats("brain")).containsExactly(1, -2.5f, 0.33203125f, 65536, 0, -9.994507E-4f);
            assertThat(file.floats("half")).containsExactly(1, -2.5f, 0.33300781f, 65504, 0, -1.0004044E-3f);
            assertThat(file.integers("long")).containsExactly(Long.MIN_VALUE, 7);
            assertThat(file.integers("int")).containsExactly(-3);
            assertThat(file.integers("byte")).isEmpty();
            assertThat(file.entry("single").shape()).isEqualTo(shape);
            assertThat(file.metadata()).containsEntry("format", "pt");
        }
    }

    @Test
    void equalTensorsGiveEqualBytesInWhateverOrderTheyCame() {
        // Given
        SafetensorsWriter first = new SafetensorsWriter()
                .integers("a", ElementType.U8, new long[] {1}, new long[] {1})
                .integers("b", ElementType.U8, new long[] {1}, new long[] {2});
        SafetensorsWriter second = new SafetensorsWriter()
                .integers("b", ElementType.U8, new long[] {1}, new long[] {2})
                .integers("a", ElementType.U8, new long[] {1}, new long[] {1});

        // When // Then
        assertThat(bytes(first)).isEqualTo(bytes(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{",
                "{\"a\":1}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,6]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,99999999999999999999]}}",
                "{\"a\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,1]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]},\"__metadata__\":[]}",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]},\"__metadata__\":{\"k\":1}}",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[0,9223372036854775807,9],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,2]}}"
            })
    void aLyingHeaderIsRefused(String header) throws IOException {
        // Given
        Path path = raw(header.length(), header, 8);

        // When // Then
        assertRefused(path);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 100_000_001, Long.MAX_VALUE, 1_000})
    void aHeaderLengthBeyondTheFileOrTheLimitIsRefused(long length) throws IOException {
        // Given
        Path path = raw(length, "{}", 8);

        // When // Then
        assertRefused(path);
    }

    @Property(tries = 200)
    void noiseIsRefusedOrRead(@ForAll @Size(max = 200) byte[] noise) throws IOException {
        // Given
        Path path = Files.createTempFile("noise", ".safetensors");
        Files.write(path, noise);

        // When
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            // Then
            assertThat(file.names()).isNotNull();
        } catch (NeuralException e) {
            assertThat(e.code()).isEqualTo("bad_safetensors");
        } finally {
            Files.delete(path);
        }
    }

    private static void assertRefused(Path path) {
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_safetensors"));
    }

    private Path raw(long length, String header, int data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(length).put(json);
        return Files.write(folder.resolve("raw.safetensors"), file.array());
    }

    private Path write(SafetensorsWriter writer) throws IOException {
        return Files.write(folder.resolve("t.safetensors"), bytes(writer));
    }

    private static byte[] bytes(SafetensorsWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out);
        return out.toByteArray();
    }
}
