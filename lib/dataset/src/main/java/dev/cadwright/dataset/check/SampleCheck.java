package dev.cadwright.dataset.check;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.geometry.format.Stl;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of one sample as whoever trains on it would. */
final class SampleCheck {
    /** Points are rounded to single precision. */
    private static final double EDGE = 1 + 1e-5;

    private final Sample sample;
    private final List<Finding> findings = new ArrayList<>();

    private SampleCheck(Sample sample) {
        this.sample = sample;
    }

    static List<Finding> of(Sample sample) {
        SampleCheck check = new SampleCheck(sample);
        check.points();
        check.mesh();
        check.program(SampleFile.PROGRAM, Language.SKETCH);
        for (Language language : Language.values()) {
            if (language.isHistory()) {
                check.program(SampleFile.original(language), language);
            }
        }
        check.blocks();
        return check.findings;
    }

    private void points() {
        byte[] file = sample.file(SampleFile.POINTS).orElse(null);
        if (file == null) {
            add("missing_file", "there is no " + SampleFile.POINTS.fileName());
            return;
        }
        try {
            PointCloud cloud = Npy.parse(file).toPointCloud();
            for (double coordinate : cloud.positions()) {
                if (Math.abs(coordinate) > EDGE) {
                    add("out_of_frame", "a point has the coordinate " + coordinate + ", outside of [-1, 1]");
                    return;
                }
            }
        } catch (FormatException e) {
            add(e.code(), SampleFile.POINTS.fileName() + ": " + e.getMessage());
        }
    }

    private void mesh() {
        sample.file(SampleFile.MESH).ifPresent(file -> {
            try {
                Stl.parse(file);
            } catch (FormatException e) {
                add(e.code(), SampleFile.MESH.fileName() + ": " + e.getMessage());
            }
        });
    }

    private void program(SampleFile file, Language language) {
        sample.text(file).ifPresent(text -> {
            if (Programs.parse(language, text) instanceof Parse.Failed<Construction> failed) {
                add("syntax", file.fileName() + ": " + failed.diagnostics().getFirst());
            }
        });
    }

    private void blocks() {
        sample.text(SampleFile.BLOCKS).ifPresent(text -> {
            if (BlockText.parse(text) instanceof Parse.Failed<?> failed) {
                add(
                        "syntax",
                        SampleFile.BLOCKS.fileName() + ": "
                                + failed.diagnostics().getFirst());
            }
        });
    }

    private void add(String code, String message) {
        findings.add(new Finding(sample.id(), code, message));
    }
}
