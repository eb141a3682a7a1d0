package dev.cadwright.gateway.description;

import dev.cadwright.gateway.problem.OpenAiError;
import dev.cadwright.gateway.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Schemas that no route names: those of errors. Title and version are settings. */
@OpenAPIDefinition(
        info = @Info(title = "Cadwright", version = "1"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Problem", implementation = Problem.class),
                            @Schema(name = "OpenAiError", implementation = OpenAiError.class)
                        }))
interface CadwrightApi {}
