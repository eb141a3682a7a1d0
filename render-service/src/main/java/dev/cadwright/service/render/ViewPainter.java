package dev.cadwright.service.render;

import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.shard.DeterministicZip;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.geometry.render.Picture;
import dev.cadwright.geometry.render.Rasteriser;
import dev.cadwright.geometry.render.View;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Draws the views of one sample after the other into a zip. */
final class ViewPainter {
    private final RenderInput input;
    private final DeterministicZip zip;
    private int images;

    ViewPainter(RenderInput input, DeterministicZip zip) {
        this.input = input;
        this.zip = zip;
    }

    int images() {
        return images;
    }

    void paint(Sample sample) {
        byte[] mesh = sample.file(SampleFile.MESH)
                .orElseThrow(() -> new DatasetException(
                        DatasetException.Code.INVALID_INPUT,
                        "sample " + sample.id() + " has no mesh to draw; build the dataset with solids"));
        try {
            Rasteriser rasteriser = new Rasteriser(Stl.parse(mesh));
            for (View view : input.directions()) {
                Picture picture = rasteriser.render(view, input.options());
                zip.addStored(sample.id() + "_" + view.label() + "." + picture.extension(), picture.bytes());
                images++;
            }
        } catch (FormatException e) {
            throw new DatasetException(
                    DatasetException.Code.DATASET_CORRUPT, "the mesh of " + sample.id() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
