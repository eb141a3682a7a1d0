package dev.cadwright.gateway.program;

import dev.cadwright.cad.language.ProgramCheck;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.job.Accepted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CAD programs: read, printed in other languages, executed. */
@Path("/v1/programs")
@Tag(name = "Programs", description = "CAD programs: read, printed in other languages, executed")
@RunOnVirtualThread
public class ProgramResource {
    private final Executions executions;

    ProgramResource(Executions executions) {
        this.executions = executions;
    }

    @POST
    @Path("check")
    @Operation(
            operationId = "checkProgram",
            summary = "Say what is wrong with a program, and where",
            description = "Nothing is executed. A program with errors is an answer, not an error.")
    public CheckView check(CheckRequest request) {
        var program = ProgramText.of(request.language(), request.name(), request.text(), request.files());
        return CheckView.of(
                program.name(), ProgramCheck.of(program.language(), program.name(), program.text(), program.files()));
    }

    @POST
    @Path("convert")
    @Operation(
            operationId = "convertProgram",
            summary = "Print a program in another language",
            description = "Nothing is executed. What the language cannot express is an answer with the reason.")
    public ConversionView convert(ConvertRequest request) {
        var to = ProgramText.named(request.to(), "/to");
        var program = ProgramText.of(request.language(), request.name(), request.text(), request.files());
        return ConversionView.of(program.name(), to, Programs.convert(program.language(), program.text(), to));
    }

    @POST
    @Path("execute")
    @Operation(
            operationId = "executeProgram",
            summary = "Execute a program, or a folder of programs",
            description = "One program is answered at once; what became of it is its category. A folder (the upload "
                    + "of a zip) or a dataset becomes a job of kind programs.execute.")
    @APIResponse(
            responseCode = "200",
            description = "Executed",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(
            responseCode = "202",
            description = "A job was started",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response execute(ExecuteRequest request, @HeaderParam("Idempotency-Key") String key) {
        return switch (executions.execute(request, key)) {
            case Executions.Outcome.Executed(var execution) ->
                Response.ok(execution).build();
            case Executions.Outcome.Started(var job) -> Accepted.response(job, job);
        };
    }
}
