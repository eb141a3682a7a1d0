package dev.cadwright.kernel.program;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.openscad.ScadExecution;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What became of executing a program of any language. */
public sealed interface ProgramExecution {
    Category category();

    /** Wall time from handing the program to a worker until its answer or its end. */
    Duration elapsed();

    /** The surface of what came out, where a solid did and its mesh was asked for or is all there is. */
    Optional<Mesh> mesh();

    record Exact(Execution execution) implements ProgramExecution {
        public Exact {
            Objects.requireNonNull(execution, "execution");
        }

        @Override
        public Category category() {
            return execution.category();
        }

        @Override
        public Duration elapsed() {
            return execution.elapsed();
        }

        @Override
        public Optional<Mesh> mesh() {
            return execution instanceof Execution.Solid solid ? solid.mesh() : Optional.empty();
        }
    }

    record Scad(ScadExecution execution) implements ProgramExecution {
        public Scad {
            Objects.requireNonNull(execution, "execution");
        }

        @Override
        public Category category() {
            return execution.category();
        }

        @Override
        public Duration elapsed() {
            return execution.elapsed();
        }

        @Override
        public Optional<Mesh> mesh() {
            return execution instanceof ScadExecution.Solid solid
                    ? Optional.of(solid.measures().mesh())
                    : Optional.empty();
        }
    }
}
