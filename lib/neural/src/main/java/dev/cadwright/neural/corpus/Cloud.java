package dev.cadwright.neural.corpus;

import dev.cadwright.geometry.FarthestPoint;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Points of a shape, in the frame of the model: the box centred, its longest side 2. */
public sealed interface Cloud {
    /**
     * Triples x y z.
     *
     * @param count of points that the model reads; of a larger cloud those that are farthest from each other
     * @throws NeuralException {@code bad_training_data} if there are fewer
     */
    float[] triples(int count);

    /** Whether there is something to read. */
    boolean isThere();

    /** Points in memory. */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record Given(float[] values) implements Cloud {
        @Override
        public float[] triples(int count) {
            if (values.length != 3 * count) {
                throw few(values.length / 3, count, "the shards");
            }
            return values;
        }

        @Override
        public boolean isThere() {
            return true;
        }
    }

    /** A {@code .npy} of rows of three, or six with normals, which are left out. */
    record Stored(Path file) implements Cloud {
        @Override
        public boolean isThere() {
            return Files.isRegularFile(file);
        }

        @Override
        public float[] triples(int count) {
            try {
                PointCloud cloud = Npy.read(file).toPointCloud();
                if (cloud.size() < count) {
                    throw few(cloud.size(), count, file.toString());
                }
                PointCloud taken = cloud.size() == count ? cloud : FarthestPoint.take(cloud, count, 0);
                return taken.toFloatArray();
            } catch (FormatException e) {
                throw new NeuralException("bad_training_data", file + ": " + e.getMessage(), e);
            } catch (IOException e) {
                throw new NeuralException("bad_training_data", file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static NeuralException few(int points, int wanted, String where) {
        return new NeuralException(
                "bad_training_data", where + " has a cloud of " + points + " points; the model reads " + wanted);
    }
}
