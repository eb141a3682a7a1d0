package dev.cadwright.service.dataset.program;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What executing programs for clients may cost. */
@ConfigMapping(prefix = "cadwright.programs")
public interface ProgramSettings {
    /** Programs executed at the same time for requests that wait; those of jobs come on top. */
    @WithDefault("2")
    int concurrent();

    /** Requests that may wait for their turn. */
    @WithDefault("32")
    int queue();

    /** How long a request may wait for its turn. */
    @WithDefault("20s")
    Duration patience();

    /** The most time for one program, whatever is asked for. */
    @WithDefault("60s")
    Duration time();

    /** The most memory of a worker for one program. */
    @WithDefault("2G")
    MemorySize memory();

    /** The most triangles of one program's mesh: meshes pass through this service. */
    @WithDefault("200000")
    int triangles();

    /** The most bytes of one program's text, or of a STEP file. */
    @WithDefault("16M")
    MemorySize text();
}
