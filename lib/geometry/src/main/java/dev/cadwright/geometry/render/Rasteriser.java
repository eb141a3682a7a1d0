package dev.cadwright.geometry.render;

import dev.cadwright.geometry.Mesh;

/** Draws meshes in software: orthographic views of a shape centred in the picture. */
public final class Rasteriser {
    private final Mesh mesh;

    /** Prepares a mesh for drawing; several views share the work. */
    public Rasteriser(Mesh mesh) {
        this.mesh = mesh;
    }

    public static Picture render(Mesh mesh, View view, RenderOptions options) {
        return new Rasteriser(mesh).render(view, options);
    }

    public Picture render(View view, RenderOptions options) {
        throw new UnsupportedOperationException(mesh + " " + view + " " + options);
    }
}
