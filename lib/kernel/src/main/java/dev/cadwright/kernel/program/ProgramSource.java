package dev.cadwright.kernel.program;

import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.openscad.ScadSource;
import java.util.Objects;

/** What is executed, by the kernel that it needs. */
public sealed interface ProgramSource {
    /** Exact geometry: a construction, a STEP file. */
    record Exact(Source source) implements ProgramSource {
        public Exact {
            Objects.requireNonNull(source, "source");
        }
    }

    /** A CadQuery program that reads: exact geometry, once it runs. */
    record CadQuery(CadQueryProgram program) implements ProgramSource {
        public CadQuery {
            Objects.requireNonNull(program, "program");
        }
    }

    /** An OpenSCAD program: meshes. */
    record Scad(ScadSource source) implements ProgramSource {
        public Scad {
            Objects.requireNonNull(source, "source");
        }
    }
}
