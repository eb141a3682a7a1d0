package dev.cadwright.hub.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One request and its answer, with whatever is to go wrong with it. */
final class Exchange implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 16 << 10;

    private final HttpExchange exchange;
    private final Optional<Fault> fault;
    private final AtomicLong served;

    Exchange(HttpExchange exchange, Optional<Fault> fault, AtomicLong served) {
        this.exchange = exchange;
        this.fault = fault;
        this.served = served;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** With what is encoded still encoded. */
    String path() {
        return exchange.getRequestURI().getRawPath();
    }

    String query() {
        return Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    byte[] body() throws IOException {
        return exchange.getRequestBody().readAllBytes();
    }

    JsonNode json() throws IOException {
        return JSON.readTree(body());
    }

    /** True if the fault has answered already. */
    boolean isSpoilt() throws IOException {
        switch (fault.orElse(null)) {
            case Fault.Status(int code, Map<String, String> headers) -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(code, -1);
                return true;
            }
            case Fault.Redirect(String location) -> {
                exchange.getResponseHeaders().set("Location", location);
                exchange.sendResponseHeaders(302, -1);
                return true;
            }
            case Fault.Body(String text) -> {
                send(200, text.getBytes(StandardCharsets.UTF_8));
                return true;
            }
            case null, default -> {
                return false;
            }
        }
    }

    void set(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void error(int status, String code) throws IOException {
        if (!code.isEmpty()) {
            set("X-Error-Code", code);
            set("X-Error-Message", code);
        }
        send(status, JSON.writeValueAsBytes(Map.of("error", code)));
    }

    void answer(Object value) throws IOException {
        set("Content-Type", "application/json");
        try {
            send(200, JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void redirect(String location) throws IOException {
        set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Sends content, or the range of it that was asked for. */
    void content(byte[] content) throws IOException {
        set("Accept-Ranges", "bytes");
        Optional<String> range =
                fault.filter(Fault.RangeIgnored.class::isInstance).isPresent() ? Optional.empty() : header("Range");
        if (range.isEmpty()) {
            send(200, content);
            return;
        }
        String[] bounds = range.get().replace("bytes=", "").split("-", 2);
        int start = Integer.parseInt(bounds[0]);
        int end = bounds[1].isEmpty() ? content.length : Math.min(content.length, Integer.parseInt(bounds[1]) + 1);
        if (start >= content.length) {
            set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        set("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, content.length));
        send(206, Arrays.copyOfRange(content, start, end));
    }

    void send(int status, byte[] body) throws IOException {
        if (method().equals("HEAD")) {
            set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] sent = body;
        if (fault.orElse(null) instanceof Fault.WrongBit && body.length > 0) {
            sent = body.clone();
            sent[body.length / 2] ^= 1;
        }
        if (fault.orElse(null) instanceof Fault.WrongLength wrong) {
            sent = Arrays.copyOf(body, Math.toIntExact(body.length + wrong.more()));
        }
        exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
        if (sent.length > 0) {
            write(exchange.getResponseBody(), sent);
        }
    }

    private void write(OutputStream out, byte[] body) throws IOException {
        int at = 0;
        while (at < body.length) {
            int count = Math.min(CHUNK, body.length - at);
            endIfTold(out, body, at, count);
            out.write(body, at, count);
            out.flush();
            served.addAndGet(count);
            at += count;
        }
    }

    private void endIfTold(OutputStream out, byte[] body, int at, int count) throws IOException {
        switch (fault.orElse(null)) {
            case Fault.Cut cut
            when at + count > cut.bytes() -> {
                last(out, body, at, cut.bytes());
                throw new IOException("cut, as told");
            }
            case Fault.Silence silence
            when at + count > silence.bytes() -> {
                last(out, body, at, silence.bytes());
                pause(60_000);
                throw new IOException("silent, as told");
            }
            case Fault.Slow slow -> pause(1000L * count / slow.bytesPerSecond());
            case null, default -> {}
        }
    }

    private void last(OutputStream out, byte[] body, int at, long end) throws IOException {
        out.write(body, at, (int) end - at);
        out.flush();
        served.addAndGet(end - at);
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
