package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import java.util.Optional;

/** What a module or function takes; without a value, {@code undef} where nothing is passed. */
public record Parameter(String name, Optional<Expression> value, SourceSpan span) {}
