package dev.cadwright.hub.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.hub.ContentId;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.Pause;
import dev.cadwright.hub.http.Ask;
import dev.cadwright.hub.http.HubHttp;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pushes the files of a folder to a hub, in one commit. What the hub has already, by checksum, is not sent: a push that
 * broke off goes on where it was.
 */
public final class ModelPush {
    private static final int BATCH = 100;
    /** Small files travel inside of the commit; the hub sends larger ones to its storage. */
    private static final long LARGEST_SMALL = 32L << 20;

    private final HubSettings settings;
    private final Pause pause;
    private final ObjectMapper mapper = new ObjectMapper();

    public ModelPush(HubSettings settings) {
        this(settings, Pause.real());
    }

    ModelPush(HubSettings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
    }

    /** What becomes of a file: {@code large} has the checksum of what goes to the storage. */
    private record Plan(LocalFile file, Optional<ContentId> large) {}

    /**
     * @param stop called often; what it throws ends the push
     * @throws HubException if the hub does not take the model
     */
    public PushedModel run(PushRequest request, PushEvent.Listener listener, Runnable stop)
            throws InterruptedException {
        requirePermission();
        List<LocalFile> files = LocalFile.in(request.folder());
        try (HubHttp http = new HubHttp(settings, pause, stop)) {
            create(http, request);
            List<Plan> changed = changed(http, request, files, listener, stop);
            long bytes = changed.stream().mapToLong(plan -> plan.file().size()).sum();
            int unchanged = files.size() - changed.size();
            listener.on(new PushEvent.Planned(changed.size(), bytes, unchanged));
            if (changed.isEmpty()) {
                return new PushedModel(request.address().repository(), Optional.empty(), 0, unchanged, 0);
            }
            long sent = upload(http, request.address(), changed, listener);
            String commit = commit(http, request, changed);
            return new PushedModel(
                    request.address().repository(), Optional.of(commit), changed.size(), unchanged, sent);
        } catch (IOException e) {
            throw new HubException(
                    HubException.Code.STORAGE_FAILED,
                    "%s does not read: %s".formatted(request.folder(), e.getMessage()),
                    e);
        }
    }

    private void requirePermission() {
        if (settings.offline()) {
            throw new HubException(HubException.Code.OFFLINE, "HF_HUB_OFFLINE forbids to push.");
        }
        if (settings.token().isEmpty()) {
            throw new HubException(
                    HubException.Code.NOT_AUTHORIZED, "To push takes a token that may write: set HF_TOKEN.");
        }
    }

    /** Makes the repository; that it is there already is fine. */
    private void create(HubHttp http, PushRequest request) throws InterruptedException {
        String repository = request.address().repository();
        int slash = repository.indexOf('/');
        ObjectNode body = mapper.createObjectNode()
                .put("name", repository.substring(slash + 1))
                .put("type", "model")
                .put("private", request.isPrivate());
        if (slash >= 0) {
            body.put("organization", repository.substring(0, slash));
        }
        try {
            JsonNode unused = post(http, "/api/repos/create", text(body), repository);
        } catch (HubException failure) {
            if (failure.code() != HubException.Code.CONFLICT) {
                throw failure;
            }
        }
    }

    /** Asks the hub what becomes of each file, and leaves out what it has, or wants to ignore. */
    private List<Plan> changed(
            HubHttp http, PushRequest request, List<LocalFile> files, PushEvent.Listener listener, Runnable stop)
            throws InterruptedException, IOException {
        List<Plan> changed = new ArrayList<>();
        for (int start = 0; start < files.size(); start += BATCH) {
            List<LocalFile> batch = files.subList(start, Math.min(files.size(), start + BATCH));
            Map<String, JsonNode> modes = modes(http, request.address(), batch);
            for (LocalFile file : batch) {
                stop.run();
                JsonNode mode = modes.get(file.path().text());
                if (mode == null) {
                    throw badAnswer("what becomes of " + file.path());
                }
                if (!mode.path("shouldIgnore").asBoolean(false)) {
                    plan(file, mode, listener).ifPresent(changed::add);
                }
            }
        }
        return changed;
    }

    /** Empty if the hub has the same content under the same name. */
    private Optional<Plan> plan(LocalFile file, JsonNode mode, PushEvent.Listener listener) throws IOException {
        String there = mode.path("oid").asText("");
        boolean isLarge = mode.path("uploadMode").asText().equals("lfs") && file.size() > 0;
        if (!isLarge && file.size() > LARGEST_SMALL) {
            throw badAnswer("to send %s, with %d bytes, as a small file".formatted(file.path(), file.size()));
        }
        ContentId content = isLarge ? file.large() : ContentId.small(file.content());
        listener.on(new PushEvent.Hashed(file.path().text(), file.size()));
        return content.hex().equals(there)
                ? Optional.empty()
                : Optional.of(new Plan(file, isLarge ? Optional.of(content) : Optional.empty()));
    }

    private Map<String, JsonNode> modes(HubHttp http, ModelAddress address, List<LocalFile> batch)
            throws InterruptedException, IOException {
        ObjectNode body = mapper.createObjectNode();
        ArrayNode asked = body.putArray("files");
        for (LocalFile file : batch) {
            asked.addObject()
                    .put("path", file.path().text())
                    .put("sample", Base64.getEncoder().encodeToString(file.sample()))
                    .put("size", file.size());
        }
        JsonNode answer = post(http, route(address, "preupload"), text(body), address.toString());
        Map<String, JsonNode> modes = new HashMap<>();
        answer.path("files").forEach(mode -> modes.put(mode.path("path").asText(), mode));
        return modes;
    }

    private long upload(HubHttp http, ModelAddress address, List<Plan> changed, PushEvent.Listener listener)
            throws InterruptedException {
        Map<String, Plan> large = new LinkedHashMap<>();
        for (Plan plan : changed) {
            plan.large().ifPresent(content -> large.putIfAbsent(content.hex(), plan));
        }
        List<Plan> plans = List.copyOf(large.values());
        Upload upload = new Upload(http, mapper, listener);
        long sent = 0;
        for (int start = 0; start < plans.size(); start += BATCH) {
            List<Plan> batch = plans.subList(start, Math.min(plans.size(), start + BATCH));
            for (JsonNode object : instructions(http, address, batch)) {
                Plan plan = large.get(object.path("oid").asText());
                if (plan == null || object.has("error")) {
                    throw new HubException(
                            HubException.Code.REFUSED,
                            "The hub does not take a large file: "
                                    + object.path("error").path("message").asText("it is not ours"));
                }
                if (object.path("actions").has("upload")) {
                    sent += upload.send(plan.file(), plan.large().orElseThrow(), object.path("actions"));
                }
            }
        }
        return sent;
    }

    private JsonNode instructions(HubHttp http, ModelAddress address, List<Plan> batch) throws InterruptedException {
        ObjectNode body = mapper.createObjectNode().put("operation", "upload").put("hash_algo", "sha256");
        body.putArray("transfers").add("basic").add("multipart");
        body.putObject("ref").put("name", address.revision());
        ArrayNode objects = body.putArray("objects");
        for (Plan plan : batch) {
            objects.addObject()
                    .put("oid", plan.large().orElseThrow().hex())
                    .put("size", plan.file().size());
        }
        Ask ask = Ask.post(
                http.uri("/%s.git/info/lfs/objects/batch".formatted(address.repository())), Upload.LFS, text(body));
        JsonNode answer = http.json(ask, address.toString()).path("objects");
        if (!answer.isArray()) {
            throw badAnswer("where large files go");
        }
        return answer;
    }

    private String commit(HubHttp http, PushRequest request, List<Plan> changed)
            throws InterruptedException, IOException {
        StringBuilder lines = new StringBuilder();
        ObjectNode header =
                mapper.createObjectNode().put("summary", request.message()).put("description", "");
        lines.append(line("header", header));
        for (Plan plan : changed) {
            ObjectNode value =
                    mapper.createObjectNode().put("path", plan.file().path().text());
            if (plan.large().isPresent()) {
                value.put("algo", "sha256")
                        .put("oid", plan.large().get().hex())
                        .put("size", plan.file().size());
                lines.append(line("lfsFile", value));
            } else {
                value.put("encoding", "base64")
                        .put(
                                "content",
                                Base64.getEncoder().encodeToString(plan.file().content()));
                lines.append(line("file", value));
            }
        }
        Ask ask = Ask.post(http.uri(route(request.address(), "commit")), "application/x-ndjson", lines.toString());
        String commit =
                http.json(ask, request.address().toString()).path("commitOid").asText("");
        if (commit.isEmpty()) {
            throw badAnswer("what the commit is called");
        }
        return commit;
    }

    private String line(String key, ObjectNode value) {
        ObjectNode line = mapper.createObjectNode().put("key", key);
        line.set("value", value);
        return text(line) + "\n";
    }

    private JsonNode post(HubHttp http, String path, String body, String what) throws InterruptedException {
        return http.json(Ask.post(http.uri(path), "application/json", body), what);
    }

    private static String route(ModelAddress address, String verb) {
        return "/api/models/%s/%s/%s"
                .formatted(address.repository(), verb, URLEncoder.encode(address.revision(), StandardCharsets.UTF_8));
    }

    private String text(JsonNode body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always writes", e);
        }
    }

    private static HubException badAnswer(String what) {
        return new HubException(HubException.Code.BAD_ANSWER, "The hub does not say %s.".formatted(what));
    }
}
