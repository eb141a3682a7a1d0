package dev.cadwright.neural.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageProcessorTest {
    private static final String CLIP = "{\"size\":{\"shortest_edge\":32},\"crop_size\":{\"height\":32,\"width\":32},"
            + "\"do_center_crop\":true,\"resample\":3}";
    private static final String SIGLIP = "{\"size\":{\"height\":28,\"width\":36},\"resample\":3,"
            + "\"image_mean\":[0.5,0.5,0.5],\"image_std\":[0.5,0.5,0.5]}";

    /** The figures are the checksums of what Pillow 13 makes of the same picture. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    61,47,24,24,BILINEAR,1506045544
                    61,47,24,24,BICUBIC,854449826
                    61,47,24,24,LANCZOS,2891094486
                    20,33,50,41,BILINEAR,3679260034
                    20,33,50,41,BICUBIC,1268668971
                    20,33,50,41,LANCZOS,2546172068
                    640,480,224,224,BILINEAR,1383445660
                    640,480,224,224,BICUBIC,2288936166
                    640,480,224,224,LANCZOS,3215489147
                    5,3,5,9,BILINEAR,1731661054
                    5,3,5,9,BICUBIC,126428280
                    5,3,5,9,LANCZOS,3593701268
                    300,7,31,7,BILINEAR,52119914
                    300,7,31,7,BICUBIC,3898591694
                    300,7,31,7,LANCZOS,2537193643
                    """)
    void resizingGivesTheBytesOfPillow(
            int width, int height, int newWidth, int newHeight, Resampling resampling, long checksum) {
        // When
        Picture resized = resampling.resize(picture(width, height), newWidth, newHeight);

        // Then
        CRC32 crc = new CRC32();
        crc.update(resized.rgb());
        assertThat(crc.getValue()).isEqualTo(checksum);
    }

    /** The figures are those of the processors of transformers 5.23: first, 500th and last value, sum of magnitudes. */
    @ParameterizedTest
    @CsvSource({
        "CLIP,   61,  47, -0.9747506976127625,  0.07633614540100098,   -0.4421549141407013,  1741.6056707976386",
        "CLIP,  300, 410, -0.11344349384307861, -0.011254520155489445, 0.06976743042469025,  771.7814923740225",
        "SIGLIP, 61,  47, -0.9372549057006836,  0.22352945804595947,   -0.30980390310287476, 832.964759349823",
        "SIGLIP, 300, 410, -0.07450979948043823, 0.043137311935424805, 0.011764764785766602, 96.1883174777031"
    })
    void processingGivesTheNumbersOfTransformers(
            String family, int width, int height, float first, float middle, float last, double sum)
            throws JsonProcessingException {
        // Given
        ImageProcessor processor = processor(family.equals("CLIP") ? CLIP : SIGLIP);
        Picture picture = picture(width, height);

        // When
        float[] values = processor.process(picture);

        // Then
        double magnitudes = 0;
        for (float value : values) {
            magnitudes += Math.abs(value);
        }
        assertThat(values[0]).isCloseTo(first, within(1e-6f));
        assertThat(values[500]).isCloseTo(middle, within(1e-6f));
        assertThat(values[values.length - 1]).isCloseTo(last, within(1e-6f));
        assertThat(magnitudes).isCloseTo(sum, within(1e-3));
        long[] shape = processor.shape(picture);
        assertThat(shape[0] * shape[1] * shape[2]).isEqualTo(values.length);
    }

    /** Of Qwen2VLImageProcessorPil: rows and columns of patches, first, 501st and last value, sum of magnitudes and of
     * values by place. Pillow 13.0 resizes columns before rows in the fifth case; the figures are those of rows first, as
     * before it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                     61|  47|{}                                  | 4| 4|-1.7922625541687012|0.8892701268196106  |-0.5843556523323059  |14215.419705643319|156200.43853792152
                    300| 410|{}                                  |30|22|-1.7922625541687012|1.5946351289749146  |1.0793921947479248   |605883.271308719  |7181776.108676839
                    640| 480|{"max_pixels": 40000}               |12|16|-1.4273018836975098|-0.3713824152946472 |-0.02977302484214306 |101112.66275444278|2083652.3507516403
                     20|  33|{}                                  | 6| 4|-1.7922625541687012|0.09385836124420166 |1.3922336101531982   |22062.554426871473|218462.63645683357
                    300|  41|{"min_pixels": 3136}                | 2|22|-1.7338688373565674|-1.2118175029754639|1.3069132566452026|35101.82853063359|480061.47365020367
                     61|  47|{"patch_size": 4, "size": {"shortest_edge": 256, "longest_edge": 4096}}|12|16|-1.7922625541687012|0.36830464005470276|-0.6838960647583008|14304.334292990388|143618.05532995495
                    """)
    void patchesAreThoseOfTransformersInTheOrderInWhichTheyMerge(
            int width,
            int height,
            String configuration,
            int rows,
            int columns,
            float first,
            float middle,
            float last,
            double sum,
            double byPlace)
            throws JsonProcessingException {
        // When
        PatchProcessor.Patches patches =
                PatchProcessor.of(configuration(configuration)).process(picture(width, height));

        // Then
        assertThat(patches.rows()).isEqualTo(rows);
        assertThat(patches.columns()).isEqualTo(columns);
        requireValues(patches.values(), first, middle, last, sum, byPlace);
    }

    /** Of LlavaImageProcessorPil with do_pad; the same figures. */
    @ParameterizedTest
    @CsvSource({
        "61,  47, -0.011254520155489445,  0.33910778164863586, -0.0013328947825357318, 1222.279534848989,  19526.595404478023",
        "300, 410, -0.011254520155489445, -0.011254520155489445, -0.0013328947825357318, 448.81150269671343, 20887.95005875756",
        "47,  61, -0.011254520155489445,  0.7186668515205383,  -0.0013328947825357318, 1236.9152338088024, 20283.397986592143",
        "32,  32, -1.7922625541687012,    0.8938479423522949,  0.8803112506866455,     2842.8564966513077, 21168.099150864873"
    })
    void aPaddedPictureLiesOnTheColourOfTheMean(
            int width, int height, float first, float middle, float last, double sum, double byPlace)
            throws JsonProcessingException {
        // Given
        ImageProcessor processor = processor(CLIP.replaceFirst("}$", ",\"" + ImageProcessor.SQUARE + "\":true}"));

        // When
        float[] values = processor.process(picture(width, height));

        // Then
        requireValues(values, first, middle, last, sum, byPlace);
        assertThat(processor.shape(picture(width, height))).containsExactly(3, 32, 32);
    }

    @Test
    void whatIsNoPictureOrHasAnImpossibleFormIsRefused() throws JsonProcessingException {
        // Given
        PatchProcessor processor = PatchProcessor.of(configuration("{}"));

        // When // Then
        assertThatThrownBy(() -> processor.process(picture(2010, 10))).hasMessageContaining("200 times");
        assertThatThrownBy(() -> PictureFile.read(Path.of("/no/such.png"))).hasMessageContaining("is no file");
    }

    private static void requireValues(
            float[] values, float first, float middle, float last, double sum, double byPlace) {
        double magnitudes = 0;
        double places = 0;
        for (int i = 0; i < values.length; i++) {
            magnitudes += Math.abs(values[i]);
            places += (double) values[i] * (1 + i % 97);
        }
        assertThat(values[0]).isCloseTo(first, within(1e-6f));
        assertThat(values[500]).isCloseTo(middle, within(1e-6f));
        assertThat(values[values.length - 1]).isCloseTo(last, within(1e-6f));
        assertThat(magnitudes).isCloseTo(sum, within(1e-6 * sum));
        assertThat(places).isCloseTo(byPlace, within(1e-4 * sum));
    }

    @Test
    void aPictureSmallerThanTheCropLiesInTheMiddleOfBlack() throws JsonProcessingException {
        // Given
        ImageProcessor processor = processor("{\"do_resize\":false,\"do_center_crop\":true,\"crop_size\":4,"
                + "\"do_rescale\":false,\"do_normalize\":false}");
        BufferedImage white = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        white.setRGB(0, 0, 2, 2, new int[] {0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF}, 0, 2);

        // When
        float[] values = processor.process(Picture.of(white));

        // Then
        assertThat(values).hasSize(48);
        assertThat(values).startsWith(0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0);
    }

    @Test
    void anUnknownResamplingIsRefused() {
        // When // Then
        assertThatThrownBy(() -> processor("{\"size\":224,\"resample\":9}"))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("unsupported_model"));
    }

    private static ImageProcessor processor(String json) throws JsonProcessingException {
        return ImageProcessor.of(configuration(json));
    }

    private static Configuration configuration(String json) throws JsonProcessingException {
        return Configuration.of((ObjectNode) JsonMapper.builder().build().readTree(json));
    }

    /** Any picture will do that a formula can draw twice. */
    private static Picture picture(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    rgb[at++] = (byte) (x * 7 + y * 13 + channel * 29 + x * y % 31 * 5);
                }
            }
        }
        return new Picture(width, height, rgb);
    }
}
