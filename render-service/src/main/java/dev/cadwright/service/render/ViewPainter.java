package dev.cadwright.service.render;

import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.dataset.shard.DeterministicZip;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.render.Picture;
import dev.cadwright.geometry.render.Rasteriser;
import dev.cadwright.geometry.render.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Draws the views of one sample after the other into a zip. A sample that cannot be drawn is skipped. */
final class ViewPainter {
    private final RenderInput input;
    private final Surfaces surfaces;
    private final DeterministicZip zip;
    private final List<Rejection> skipped = new ArrayList<>();
    private int images;

    ViewPainter(RenderInput input, Surfaces surfaces, DeterministicZip zip) {
        this.input = input;
        this.surfaces = surfaces;
        this.zip = zip;
    }

    int images() {
        return images;
    }

    List<Rejection> skipped() {
        return skipped;
    }

    void paint(Sample sample) {
        switch (surfaces.of(sample)) {
            case Drawable.Surface(Mesh mesh) -> paint(sample.id(), mesh);
            case Drawable.Nothing(String reason) -> skipped.add(new Rejection(sample.id(), reason));
        }
    }

    private void paint(String sample, Mesh mesh) {
        Rasteriser rasteriser = new Rasteriser(mesh);
        try {
            for (View view : input.directions()) {
                Picture picture = rasteriser.render(view, input.options());
                zip.addStored(sample + "_" + view.label() + "." + picture.extension(), picture.bytes());
                images++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
