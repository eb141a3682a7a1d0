package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import java.util.Optional;

/** What is passed to a module or function, or bound by {@code for} or {@code let}. */
public record Argument(Optional<String> name, Expression value, SourceSpan span) {}
