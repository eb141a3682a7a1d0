package dev.cadwright.hub.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What takes models in: new repositories, what becomes of each file, large files, commits. */
final class PushRoutes {
    private static final Pattern PREUPLOAD = Pattern.compile("/api/models/([^/]+(?:/[^/]+)?)/preupload/([^/]+)");
    private static final Pattern COMMIT = Pattern.compile("/api/models/([^/]+(?:/[^/]+)?)/commit/([^/]+)");
    private static final Pattern BATCH = Pattern.compile("/([^/]+(?:/[^/]+)?)\\.git/info/lfs/objects/batch");

    private final FakeHub fake;

    PushRoutes(FakeHub fake) {
        this.fake = fake;
    }

    void handle(Exchange exchange) throws IOException {
        String path = exchange.path();
        Matcher preupload = PREUPLOAD.matcher(path);
        Matcher commit = COMMIT.matcher(path);
        Matcher batch = BATCH.matcher(path);
        if (exchange.header("Authorization").isEmpty()) {
            exchange.error(401, "");
        } else if (path.equals("/api/repos/create")) {
            create(exchange);
        } else if (path.equals("/api/validate-yaml")) {
            exchange.answer(Map.of("errors", List.of(), "warnings", List.of()));
        } else if (path.equals("/verify")) {
            verify(exchange);
        } else if (preupload.matches()) {
            preupload(exchange, preupload.group(1));
        } else if (batch.matches()) {
            batch(exchange);
        } else if (commit.matches()) {
            commit(exchange, commit.group(1));
        } else {
            exchange.error(404, "");
        }
    }

    private void create(Exchange exchange) throws IOException {
        JsonNode asked = exchange.json();
        String name = HubRoutes.text(asked, "name");
        String whole = asked.hasNonNull("organization") ? HubRoutes.text(asked, "organization") + "/" + name : name;
        boolean isNew = !fake.has(whole);
        FakeRepository unused = fake.repository(whole);
        byte[] answer = Exchange.JSON.writeValueAsBytes(
                Map.of("url", fake.endpoint() + "/" + whole, "name", whole, "id", whole));
        exchange.send(isNew ? 200 : 409, answer);
    }

    private void preupload(Exchange exchange, String name) throws IOException {
        if (!fake.has(name)) {
            exchange.error(404, "RepoNotFound");
            return;
        }
        Map<String, byte[]> there = fake.repository(name).files();
        ArrayNode files = Exchange.JSON.createArrayNode();
        for (JsonNode file : exchange.json().required("files")) {
            String path = HubRoutes.text(file, "path");
            long size = file.required("size").asLong();
            Base64.getDecoder().decode(HubRoutes.text(file, "sample"));
            boolean isLarge = FakeRepository.isLarge(path, new byte[(int) Math.min(size, 5000)]);
            ObjectNode answer = files.addObject()
                    .put("path", path)
                    .put("uploadMode", isLarge ? "lfs" : "regular")
                    .put("shouldIgnore", path.endsWith(".tmp"));
            byte[] present = there.get(path);
            if (present != null) {
                answer.put("oid", isLarge ? Hashes.sha256(present) : Hashes.gitBlob(present));
            }
        }
        exchange.answer(Map.of("files", files));
    }

    private void batch(Exchange exchange) throws IOException {
        exchange.set("Content-Type", "application/vnd.git-lfs+json");
        ArrayNode objects = Exchange.JSON.createArrayNode();
        for (JsonNode asked : exchange.json().required("objects")) {
            String hash = HubRoutes.text(asked, "oid");
            long size = asked.required("size").asLong();
            ObjectNode object = objects.addObject().put("oid", hash).put("size", size);
            if (!fake.objects().containsKey(hash)) {
                ObjectNode actions = object.putObject("actions");
                upload(actions.putObject("upload"), hash, size);
                actions.putObject("verify").put("href", fake.endpoint() + "/verify");
            }
        }
        exchange.answer(Map.of("transfer", "basic", "objects", objects));
    }

    private void upload(ObjectNode action, String hash, long size) {
        int part = fake.uploadPart();
        if (size <= part) {
            action.put("href", fake.storage() + "/upload/" + hash);
            return;
        }
        action.put("href", fake.storage() + "/complete/" + hash);
        ObjectNode header = action.putObject("header").put("chunk_size", Integer.toString(part));
        for (int number = 1; number <= Math.ceilDiv(size, part); number++) {
            header.put("%05d".formatted(number), fake.storage() + "/part/" + hash + "/" + number);
        }
    }

    private void verify(Exchange exchange) throws IOException {
        JsonNode asked = exchange.json();
        String hash = HubRoutes.text(asked, "oid");
        byte[] content = fake.objects().get(hash);
        if (content == null
                || content.length != asked.required("size").asLong()
                || !Hashes.sha256(content).equals(hash)) {
            exchange.error(400, "");
        } else {
            exchange.answer(HubRoutes.nothing());
        }
    }

    private void commit(Exchange exchange, String name) throws IOException {
        FakeRepository repository = fake.repository(name);
        for (String line : new String(exchange.body(), StandardCharsets.UTF_8).split("\n")) {
            JsonNode operation = Exchange.JSON.readTree(line);
            JsonNode value = operation.required("value");
            switch (HubRoutes.text(operation, "key")) {
                case "header" -> {
                    HubRoutes.text(value, "summary");
                }
                case "file" ->
                    repository.put(
                            HubRoutes.text(value, "path"),
                            Base64.getDecoder().decode(HubRoutes.text(value, "content")));
                case "lfsFile" -> {
                    byte[] content = fake.objects().get(HubRoutes.text(value, "oid"));
                    if (content == null || !HubRoutes.text(value, "oid").equals(Hashes.sha256(content))) {
                        exchange.error(400, "");
                        return;
                    }
                    repository.put(HubRoutes.text(value, "path"), content);
                }
                case "deletedFile" -> repository.remove(HubRoutes.text(value, "path"));
                default -> {
                    exchange.error(400, "");
                    return;
                }
            }
        }
        String commit = repository.commit();
        exchange.answer(Map.of(
                "success", true, "commitOid", commit, "commitUrl", fake.endpoint() + "/" + name + "/commit/" + commit));
    }
}
