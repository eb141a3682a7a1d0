package dev.cadwright.service.render;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the surface of a sample: its mesh, else what the kernel makes of its solid or of its program. */
@ApplicationScoped
class Surfaces {
    private static final Drawable.Nothing UNREADABLE = new Drawable.Nothing("unreadable");
    private static final Drawable.Nothing DEGENERATE = new Drawable.Nothing("degenerate");

    private final KernelPool kernel;

    Surfaces(KernelPool kernel) {
        this.kernel = kernel;
    }

    Drawable of(Sample sample) {
        Optional<byte[]> mesh = sample.file(SampleFile.MESH);
        if (mesh.isPresent()) {
            return read(mesh.get());
        }
        Optional<byte[]> solid = sample.file(SampleFile.SOLID);
        if (solid.isPresent()) {
            return made(new Source.Step(solid.get()));
        }
        return sample.text(SampleFile.PROGRAM)
                .map(program -> switch (Programs.parse(Language.SKETCH, program)) {
                    case Parse.Ok<Construction>(Construction construction) -> made(new Source.Program(construction));
                    case Parse.Failed<Construction> failed -> UNREADABLE;
                })
                .orElse(new Drawable.Nothing("no_geometry"));
    }

    private static Drawable read(byte[] stl) {
        try {
            return drawable(Stl.parse(stl));
        } catch (FormatException e) {
            return UNREADABLE;
        }
    }

    private Drawable made(Source source) {
        Request request = Request.properties().withMesh(Deflection.STANDARD);
        Execution execution = kernel.execute(source, request);
        return execution instanceof Execution.Solid solid
                ? solid.mesh().map(Surfaces::drawable).orElse(DEGENERATE)
                : new Drawable.Nothing(execution.category().label());
    }

    /** A mesh that is a point at most has no picture. */
    private static Drawable drawable(Mesh mesh) {
        boolean hasExtent = !mesh.isEmpty()
                && mesh.bounds().longestSide() > 0
                && Double.isFinite(2 / mesh.bounds().longestSide());
        return hasExtent ? new Drawable.Surface(mesh) : DEGENERATE;
    }
}
