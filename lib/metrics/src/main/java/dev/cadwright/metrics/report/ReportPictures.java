package dev.cadwright.metrics.report;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.render.Rasteriser;
import dev.cadwright.geometry.render.RenderOptions;
import dev.cadwright.geometry.render.View;

/** The small pictures of a report. */
public final class ReportPictures {
    private static final RenderOptions OPTIONS = RenderOptions.DEFAULT.withSize(192);

    private ReportPictures() {}

    /** A shape from its corner, as PNG of one to four kilobytes. */
    public static byte[] of(Mesh mesh) {
        return Rasteriser.render(mesh, View.ISO, OPTIONS).bytes();
    }
}
