package dev.cadwright.neural.image;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the pictures of files: PNG, JPEG, BMP, GIF (its first). */
public final class PictureFile {
    /** A picture that unpacks to more is an attack or a mistake. */
    static final long MOST_PIXELS = 40_000_000;

    private PictureFile() {}

    /** @throws NeuralException {@code bad_image} if there is no such picture, or it is too large */
    public static Picture read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new NeuralException("bad_image", file + " is no file");
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new NeuralException(
                        "bad_image", file + " is no picture that is known here (PNG, JPEG, BMP, GIF)");
            }
            return read(file, stream, readers.next());
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new NeuralException("bad_image", file + " does not read: " + e.getMessage(), e);
        }
    }

    private static Picture read(Path file, ImageInputStream stream, ImageReader reader) throws IOException {
        try {
            reader.setInput(stream);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new NeuralException("bad_image", file + " has more than " + MOST_PIXELS + " pixels");
            }
            return Picture.of(reader.read(0));
        } finally {
            reader.dispose();
        }
    }
}
