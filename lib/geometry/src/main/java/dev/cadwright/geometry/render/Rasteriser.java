package dev.cadwright.geometry.render;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.Npy;
import java.util.Arrays;
import java.util.List;

/**
 * Draws meshes in software: orthographic views of a shape whose bounding box is centred in the picture. Not for use by
 * several threads at once.
 */
public final class Rasteriser {
    private static final double LINE_LEVEL = 16;

    private final Scene scene;

    /** Prepares a mesh for drawing; several views share the work. */
    public Rasteriser(Mesh mesh) {
        scene = new Scene(mesh);
    }

    /** One picture; a mesh without triangles gives an empty one. */
    public static Picture render(Mesh mesh, View view, RenderOptions options) {
        return new Rasteriser(mesh).render(view, options);
    }

    /** One picture; a mesh without triangles gives an empty one. */
    public Picture render(View view, RenderOptions options) {
        Projection projection = new Projection(scene, view, options);
        FaceFiller filler = new FaceFiller(projection);
        byte[] file =
                switch (options.style()) {
                    case SHADED -> {
                        filler.fill(scene, new Lighting(view));
                        yield GreyPng.encode(withLines(projection, filler), options.size());
                    }
                    case LINES -> {
                        filler.fill(scene);
                        Arrays.fill(filler.levels, (byte) 255);
                        yield GreyPng.encode(withLines(projection, filler), options.size());
                    }
                    case DEPTH -> {
                        filler.fill(scene);
                        yield depth(filler.depths, options.size());
                    }
                    case MASK -> {
                        filler.fill(scene);
                        yield GreyPng.encode(mask(filler.depths), options.size());
                    }
                };
        String mediaType = options.style() == Style.DEPTH ? "application/x-npy" : "image/png";
        return new Picture(view, options.style(), options.size(), mediaType, file);
    }

    private byte[] withLines(Projection projection, FaceFiller filler) {
        LinePainter painter = new LinePainter(scene, projection, filler.depths);
        painter.paint();
        byte[] levels = filler.levels;
        for (int i = 0; i < levels.length; i++) {
            int covered = painter.coverage[i] & 0xFF;
            if (covered > 0) {
                double level = levels[i] & 0xFF;
                levels[i] = (byte) (int) (level + (LINE_LEVEL - level) * covered / 255 + 0.5);
            }
        }
        return levels;
    }

    private static byte[] depth(float[] depths, int size) {
        float[] values = depths.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == FaceFiller.OUTSIDE ? Float.NaN : values[i];
        }
        return Npy.encode(List.of(size, size), values);
    }

    private static byte[] mask(float[] depths) {
        byte[] levels = new byte[depths.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = depths[i] == FaceFiller.OUTSIDE ? 0 : (byte) 255;
        }
        return levels;
    }
}
