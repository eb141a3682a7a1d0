package dev.cadwright.hub.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.hub.ContentId;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.http.Answer;
import dev.cadwright.hub.http.Ask;
import dev.cadwright.hub.http.HubHttp;
import dev.cadwright.hub.http.Patience;
import dev.cadwright.hub.http.TransientFailure;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Sends one large file by the instructions that git LFS's batch answer gives for it: at once, or in parts. */
final class Upload {
    static final String LFS = "application/vnd.git-lfs+json";
    private static final int MOST_PARTS = 10_000;

    private final HubHttp http;
    private final ObjectMapper mapper;
    private final PushEvent.Listener listener;

    Upload(HubHttp http, ObjectMapper mapper, PushEvent.Listener listener) {
        this.http = http;
        this.mapper = mapper;
        this.listener = listener;
    }

    /**
     * @param actions from the batch answer
     * @return bytes sent
     */
    long send(LocalFile file, ContentId content, JsonNode actions) throws InterruptedException {
        JsonNode upload = actions.path("upload");
        URI target = address(upload);
        JsonNode chunk = upload.path("header").path("chunk_size");
        if (chunk.isMissingNode()) {
            String unused = put(file, target, 0, file.size());
        } else {
            sendParts(file, content, target, upload.path("header"), chunk.asLong());
        }
        if (actions.has("verify")) {
            ObjectNode body =
                    mapper.createObjectNode().put("oid", content.hex()).put("size", file.size());
            JsonNode unused = http.json(Ask.post(address(actions.path("verify")), LFS, text(body)), name(file));
        }
        return file.size();
    }

    private void sendParts(LocalFile file, ContentId content, URI completion, JsonNode header, long chunk)
            throws InterruptedException {
        Map<Integer, URI> targets = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().matches("\\d{1,9}")) {
                targets.put(
                        Integer.parseInt(entry.getKey()), uri(entry.getValue().asText()));
            }
        }
        if (chunk < 1 || targets.size() > MOST_PARTS || targets.size() != Math.ceilDiv(file.size(), chunk)) {
            throw new HubException(
                    HubException.Code.BAD_ANSWER,
                    "The hub's instructions for the parts of %s do not add up.".formatted(file.path()));
        }
        ObjectNode done = mapper.createObjectNode().put("oid", content.hex());
        ArrayNode parts = done.putArray("parts");
        long start = 0;
        for (Map.Entry<Integer, URI> target : targets.entrySet()) {
            long end = Math.min(file.size(), start + chunk);
            String tag = put(file, target.getValue(), start, end);
            parts.addObject().put("partNumber", target.getKey()).put("etag", tag);
            start = end;
        }
        JsonNode unused = http.json(Ask.post(completion, LFS, text(done)), name(file));
    }

    /** Sends a piece of the file, again if it fails, and returns the tag that the storage gives it. */
    private String put(LocalFile file, URI target, long start, long end) throws InterruptedException {
        Patience patience = http.patience();
        while (true) {
            Ask ask = FilePiece.put(
                    target,
                    file.file(),
                    start,
                    end,
                    sent -> listener.on(new PushEvent.Advanced(file.path().text(), start + sent, file.size())));
            try (Answer answer = http.send(ask, name(file))) {
                return answer.header("ETag").orElse("");
            } catch (TransientFailure failure) {
                patience.afterFailure(
                        failure,
                        (wait, reason) ->
                                listener.on(new PushEvent.Retrying(file.path().text(), reason, wait)));
            }
        }
    }

    private String text(JsonNode body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always writes", e);
        }
    }

    private static String name(LocalFile file) {
        return file.path().text();
    }

    private static URI address(JsonNode action) {
        return uri(action.path("href").asText(""));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw noAddress(e);
        }
        throw noAddress(null);
    }

    private static HubException noAddress(Exception cause) {
        return new HubException(
                HubException.Code.BAD_ANSWER, "The hub does not say where a large file is to be sent.", cause);
    }
}
