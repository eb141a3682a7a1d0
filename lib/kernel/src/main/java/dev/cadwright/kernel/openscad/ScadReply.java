package dev.cadwright.kernel.openscad;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.Binary;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Execution.Rejection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads a worker's answer. */
final class ScadReply {
    private ScadReply() {}

    /**
     * @throws IOException if a field is not there
     * @throws IllegalArgumentException if what is there makes no mesh or drawing
     */
    static ScadExecution read(JsonNode reply, Budget budget, Duration elapsed) throws IOException {
        ScadOutput output =
                new ScadOutput(texts(reply.path("echo")), texts(reply.path("warnings")), texts(reply.path("errors")));
        return switch (reply.path("outcome").asText()) {
            case "ok" -> result(reply, output, elapsed);
            case "syntax" -> new ScadExecution.Rejected(Rejection.SYNTAX, fault(reply), output, elapsed);
            case "runtime" -> new ScadExecution.Rejected(Rejection.RUNTIME, fault(reply), output, elapsed);
            case "no_result" -> new ScadExecution.NoResult(fault(reply), output, elapsed);
            case "exhausted" -> new ScadExecution.Exhausted(budget, fault(reply), output, elapsed);
            case "crash" -> new ScadExecution.Crashed(fault(reply).message(), elapsed);
            default -> throw new IOException("an outcome of no known name");
        };
    }

    private static ScadExecution result(JsonNode reply, ScadOutput output, Duration elapsed) throws IOException {
        if (reply.path("dimension").asInt() == 2) {
            List<double[]> contours = new ArrayList<>();
            for (JsonNode contour : reply.path("contours")) {
                contours.add(Binary.doubles(contour));
            }
            return new ScadExecution.Drawing(new Contours(contours), output, elapsed);
        }
        Mesh mesh = new Mesh(Binary.doubles(reply.path("vertices")), Binary.integers(reply.path("triangles")));
        int hulls = reply.path("hulls").asInt();
        return new ScadExecution.Solid(MeshMeasures.of(mesh), hulls, output, elapsed);
    }

    private static ScadFault fault(JsonNode reply) {
        return new ScadFault(
                reply.path("code").asText(),
                reply.path("message").asText(),
                Math.max(0, reply.path("line").asInt()));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
