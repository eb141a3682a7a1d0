package dev.cadwright.dataset.source;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.openscad.ScadSource;
import dev.cadwright.kernel.program.ProgramInput;
import dev.cadwright.kernel.program.ProgramSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A shape as its source has it, before anything was executed. */
public sealed interface RawShape {
    /** Unique in its source; may be an id in a dataset. */
    String id();

    /**
     * A program.
     *
     * @param text as its file has it
     * @param input what reading it gave
     */
    record Program(String id, byte[] text, ProgramInput input) implements RawShape {
        public Program {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(input, "input");
        }

        /** Present where the text alone says what is constructed. */
        public Optional<Construction> construction() {
            return input instanceof ProgramInput.Executable(var _, ProgramSource.Exact(Source.Program program))
                    ? Optional.of(program.construction())
                    : Optional.empty();
        }

        /** The program with the files that it includes, the program first, by path; nothing where it includes none. */
        public Map<String, byte[]> files() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            if (input instanceof ProgramInput.Executable(var _, ProgramSource.Scad(ScadSource scad))
                    && !scad.files().isEmpty()) {
                files.put(scad.name(), text);
                files.putAll(new TreeMap<>(scad.files()));
            }
            return files;
        }
    }

    /** A generated block program. */
    record Generated(String id, BlockProgram program, Construction construction) implements RawShape {}

    /** An exact solid without a program. */
    record Solid(String id, byte[] step) implements RawShape {}
}
