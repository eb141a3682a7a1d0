package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.geometry.FarthestPoint;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.SurfaceSampler;
import dev.cadwright.geometry.format.Npy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Samples point clouds from the surfaces of shapes. */
@Command(
        name = "points",
        description = {
            "Samples points from the surfaces of programs, STEP, STL and OBJ files, uniformly by area, and thins them by",
            "farthest point. Writes float32 .npy files: n×3, or n×6 with normals."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright points samples/deepcad-step --normalise --out clouds",
            "  ./cadwright points part.step --method uniform --count 8192 --normals --seed 7 --out clouds"
        })
public final class PointsCommand extends ShapeCommand {
    /** What is printed of one cloud. */
    record CloudRecord(String name, String path, int count, double seconds) {}

    @Option(names = "--count", defaultValue = "256", description = "Points kept (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--sampled", defaultValue = "8192", description = "Points that farthest point chooses from.")
    private int sampled;

    @Option(names = "--method", defaultValue = "fps", description = "fps (farthest point) or uniform.")
    private String method;

    @Option(names = "--seed", defaultValue = "0", description = "The same seed gives the same points.")
    private long seed;

    @Option(names = "--normals", description = "Also write the surface normals.")
    private boolean normals;

    @Option(names = "--normalise", description = "Centre on the bounding box and scale its longest side to 2.")
    private boolean normalise;

    public PointsCommand(Terminal terminal) {
        super(terminal, "points");
    }

    @Override
    void check() {
        if (!method.equals("fps") && !method.equals("uniform")) {
            throw CommandFailure.usage("--method is fps or uniform, not " + method + ".");
        }
        if (count < 1 || count > 10_000_000 || (method.equals("fps") && sampled < count)) {
            throw CommandFailure.usage("--count is at least 1 and at most --sampled, not " + count + ".");
        }
    }

    @Override
    List<Written> make(Input input, Mesh mesh, OutputFolder folder) throws IOException {
        long start = System.nanoTime();
        Mesh placed = normalise ? mesh.normalised(2) : mesh;
        SplittableRandom random = new SplittableRandom(seed);
        PointCloud cloud = method.equals("uniform")
                ? SurfaceSampler.sample(placed, count, random)
                : FarthestPoint.take(SurfaceSampler.sample(placed, sampled, random), count, 0);
        byte[] file = normals ? Npy.encodeWithNormals(cloud) : Npy.encode(cloud);
        Path path = folder.write(input.stem() + ".npy", file);
        double seconds = (System.nanoTime() - start) / 1e9;
        return List.of(new Written(new CloudRecord(input.name(), path.toString(), cloud.size(), seconds), path));
    }
}
