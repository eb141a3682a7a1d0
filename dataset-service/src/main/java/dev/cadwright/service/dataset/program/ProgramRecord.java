package dev.cadwright.service.dataset.program;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cadwright.kernel.program.ExecutionRecord;
import java.util.Map;

/**
 * What is told of one execution: the record that {@code ./cadwright run} prints, and the files made.
 *
 * @param artifacts SHA-256 by format; a format that the solid has no form in is left out
 */
record ProgramRecord(@JsonUnwrapped ExecutionRecord execution, Map<String, String> artifacts) {}
