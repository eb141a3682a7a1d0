package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.render.Picture;
import dev.cadwright.geometry.render.Rasteriser;
import dev.cadwright.geometry.render.RenderOptions;
import dev.cadwright.geometry.render.Style;
import dev.cadwright.geometry.render.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws pictures of shapes. */
@Command(
        name = "render",
        description = "Draws orthographic pictures of programs, STEP, STL and OBJ files.",
        footer = {
            "",
            "Examples:",
            "  ./cadwright render samples/deepcad-step --out pictures",
            "  ./cadwright render part.stl --views iso --size 1024 --style lines --out pictures"
        })
public final class RenderCommand extends ShapeCommand {
    /** What is printed of one picture. */
    record PictureRecord(String name, String view, String path, double seconds) {}

    @Option(
            names = "--views",
            split = ",",
            defaultValue = "front,top,right",
            paramLabel = "VIEW",
            description = "front, top, right, iso (default: ${DEFAULT-VALUE}).")
    private List<String> views;

    @Option(names = "--size", defaultValue = "512", description = "Pixels a side (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--style",
            defaultValue = "shaded",
            description = "shaded, lines, depth or mask (default: ${DEFAULT-VALUE}).")
    private String style;

    @Option(
            names = "--fill",
            defaultValue = "0.8",
            description = "Share of the picture that the longest side takes (default: ${DEFAULT-VALUE}).")
    private double fill;

    private RenderOptions rendering;
    private List<View> directions;

    public RenderCommand(Terminal terminal) {
        super(terminal, "render");
    }

    @Override
    void check() {
        try {
            rendering = new RenderOptions(size, Style.of(style), fill);
            directions = views.stream().map(View::of).toList();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    e.getMessage().startsWith("No enum")
                            ? "--views are of front, top, right, iso and --style is shaded, lines, depth or mask."
                            : e.getMessage());
        }
    }

    @Override
    List<Written> make(Input input, Mesh mesh, OutputFolder folder) throws IOException {
        Rasteriser rasteriser = new Rasteriser(mesh);
        List<Written> written = new ArrayList<>();
        for (View view : directions) {
            long start = System.nanoTime();
            Picture picture = rasteriser.render(view, rendering);
            Path path = folder.write(input.stem() + "_" + view.label() + "." + picture.extension(), picture.bytes());
            double seconds = (System.nanoTime() - start) / 1e9;
            written.add(new Written(new PictureRecord(input.name(), view.label(), path.toString(), seconds), path));
        }
        return written;
    }
}
