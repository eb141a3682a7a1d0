package dev.cadwright.gateway.program;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.grammar.GbnfPrinter;
import dev.cadwright.cad.grammar.JsonPrinter;
import dev.cadwright.cad.language.ProgramCheck;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.job.Accepted;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CAD programs: read, printed in other languages, executed. */
@Path("/v1/programs")
@Tag(name = "Programs", description = "CAD programs: read, printed in other languages, executed")
@RunOnVirtualThread
public class ProgramResource {
    private static final String GBNF = "text/plain; charset=utf-8";

    private final Executions executions;
    private final Conversions conversions;

    ProgramResource(Executions executions, Conversions conversions) {
        this.executions = executions;
        this.conversions = conversions;
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
            description =
                    "A CadQuery program runs for it, in an interpreter with a budget and without a kernel; others "
                            + "are only read. What the language cannot express is an answer with the reason.")
    public ConversionView convert(ConvertRequest request) {
        return conversions.convert(request);
    }

    @GET
    @Path("grammars/{language}")
    @Produces({GBNF, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getGrammar",
            summary = "The grammar of a language, for constrained decoding",
            description = "GBNF, the form of llama.cpp; as JSON where format or the Accept header asks for it.")
    @APIResponse(
            responseCode = "200",
            description = "The grammar",
            content = {
                @Content(mediaType = GBNF, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ObjectNode.class))
            })
    public Response grammar(
            @PathParam("language") String language,
            @QueryParam("format") @Schema(enumeration = {"gbnf", "json"}) String format,
            @HeaderParam("Accept") String accept) {
        var grammar = Programs.grammar(Language.named(language)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no language of that name.")));
        if (format != null && !format.equals("gbnf") && !format.equals("json")) {
            throw ProblemException.invalid("/format", "unknown_value", "The format is gbnf or json.", null);
        }
        boolean json = format == null ? accept != null && accept.startsWith("application/json") : format.equals("json");
        return json
                ? Response.ok(JsonPrinter.print(grammar), MediaType.APPLICATION_JSON)
                        .build()
                : Response.ok(GbnfPrinter.print(grammar), GBNF).build();
    }

    @POST
    @Path("execute")
    @Operation(
            operationId = "executeProgram",
            summary = "Execute a program, or a folder of programs",
            description = "One program is answered at once; what became of it is its category. A folder (the upload "
                    + "of a zip) or a dataset becomes a job of kind programs.execute. What applies to jobs alone (after, "
                    + "deadline, priority, unitSize) is refused for one program, as are name and files for a job, and "
                    + "language for a dataset. One program may simply be sent again: an Idempotency-Key is for jobs.")
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
