package dev.cadwright.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A gateway with one job of five events, that breaks every stream of them after the second one. */
final class FakeGateway implements AutoCloseable {
    static final UUID JOB = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final int EVENTS_A_CONNECTION = 2;
    private static final List<JobChange> CHANGES = List.of(
            new JobChange.Queued(),
            new JobChange.Started(),
            new JobChange.Progressed(Progress.of(1, 2, "half")),
            new JobChange.Progressed(Progress.of(2, 2, "all")),
            new JobChange.Succeeded(ContractJson.mapper().createObjectNode().put("images", 6)));

    /** What was asked, as {@code METHOD path}. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/v1/jobs", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(exchange.getRequestMethod() + " " + path);
        exchange.getRequestBody().readAllBytes();
        if (path.endsWith("/events")) {
            stream(exchange);
        } else if (path.startsWith("/v1/jobs?")) {
            boolean first = !path.contains("cursor=");
            reply(exchange, 200, "{\"data\":[" + job() + "]" + (first ? ",\"next\":\"more\"" : "") + "}");
        } else if (path.contains(JOB.toString()) || exchange.getRequestMethod().equals("POST")) {
            reply(exchange, 200, job());
        } else {
            reply(
                    exchange,
                    404,
                    "{\"title\":\"Not found\",\"detail\":\"There is no such job.\",\"code\":\"not_found\"}");
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        int after = last == null ? 0 : Integer.parseInt(last);
        StringBuilder text = new StringBuilder(": hello\n\n");
        IntStream.rangeClosed(after + 1, Math.min(CHANGES.size(), after + EVENTS_A_CONNECTION))
                .forEach(seq -> text.append("id: %d\nevent: x\ndata: %s\n\n".formatted(seq, event(seq))));
        text.append("id: 99\ndata: {\"cut"); // the connection breaks in the middle of an event
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        reply(exchange, 200, text.toString());
    }

    private static String event(int seq) {
        JobEvent event = new JobEvent(
                JOB, "render.views", "default", 1, seq, Instant.parse("2026-01-01T00:00:00Z"), CHANGES.get(seq - 1));
        return ContractJson.mapper().valueToTree(event).toString();
    }

    private static String job() {
        return """
            {"id":"%s","kind":"render.views","state":"SUCCEEDED","createdAt":"2026-01-01T00:00:00Z",\
            "progress":{"done":2,"total":2,"message":"all","metrics":{}},"output":{"images":6}}""".formatted(JOB);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
