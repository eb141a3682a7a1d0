package dev.cadwright.hub.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the hub itself answers: listings, addresses of files. What is pushed to it is {@link PushRoutes}'. */
final class HubRoutes {
    private static final Pattern LISTING = Pattern.compile("/api/models/([^/]+(?:/[^/]+)?)/revision/([^/]+)");
    private static final Pattern TREE = Pattern.compile("/api/models/([^/]+(?:/[^/]+)?)/tree/([^/]+)/?");
    private static final Pattern MODEL = Pattern.compile("/api/models/([^/]+(?:/[^/]+)?)");
    private static final Pattern FILE = Pattern.compile("/([^/]+(?:/[^/]+)?)/resolve/([^/]+)/(.+)");

    private final FakeHub fake;
    private final PushRoutes push;

    HubRoutes(FakeHub fake) {
        this.fake = fake;
        this.push = new PushRoutes(fake);
    }

    void handle(Exchange exchange) throws IOException {
        if (exchange.method().equals("POST")) {
            push.handle(exchange);
            return;
        }
        String path = exchange.path();
        Matcher listing = LISTING.matcher(path);
        Matcher tree = TREE.matcher(path);
        Matcher model = MODEL.matcher(path);
        Matcher file = FILE.matcher(path);
        if (listing.matches()) {
            list(exchange, listing.group(1), decoded(listing.group(2)));
        } else if (tree.matches()) {
            tree(exchange, tree.group(1), decoded(tree.group(2)));
        } else if (model.matches()) {
            list(exchange, model.group(1), "main");
        } else if (file.matches()) {
            resolve(exchange, file.group(1), decoded(file.group(2)), decoded(file.group(3)));
        } else {
            exchange.error(404, "");
        }
    }

    private void list(Exchange exchange, String name, String revision) throws IOException {
        Optional<String> commit = commit(exchange, name, revision, true);
        if (commit.isEmpty()) {
            return;
        }
        FakeRepository repository = fake.repository(name);
        ObjectNode answer = Exchange.JSON.createObjectNode();
        answer.put("id", name).put("modelId", name).put("sha", commit.get()).put("private", false);
        if (repository.isGated()) {
            answer.put("gated", "manual");
        } else {
            answer.put("gated", false);
        }
        answer.putArray("tags").add("license:apache-2.0");
        answer.putObject("config").put("model_type", "llama");
        ArrayNode siblings = answer.putArray("siblings");
        boolean hasSizes = exchange.query().contains("blobs=true") && repository.hasListedSizes();
        repository.at(commit.get()).forEach((path, content) -> {
            ObjectNode sibling = siblings.addObject().put("rfilename", path);
            if (hasSizes) {
                describe(sibling.put("blobId", Hashes.gitBlob(content)), path, content);
            }
        });
        exchange.answer(answer);
    }

    private void tree(Exchange exchange, String name, String revision) throws IOException {
        Optional<String> commit = commit(exchange, name, revision, true);
        if (commit.isEmpty()) {
            return;
        }
        ArrayNode answer = Exchange.JSON.createArrayNode();
        fake.repository(name)
                .at(commit.get())
                .forEach((path, content) -> describe(
                        answer.addObject().put("type", "file").put("path", path).put("oid", Hashes.gitBlob(content)),
                        path,
                        content));
        exchange.answer(answer);
    }

    private static void describe(ObjectNode file, String path, byte[] content) {
        file.put("size", content.length);
        if (FakeRepository.isLarge(path, content)) {
            String hash = Hashes.sha256(content);
            file.putObject("lfs")
                    .put("sha256", hash)
                    .put("oid", hash)
                    .put("size", content.length)
                    .put("pointerSize", 134);
        }
    }

    private void resolve(Exchange exchange, String name, String revision, String path) throws IOException {
        Optional<String> commit = commit(exchange, name, revision, false);
        if (commit.isEmpty()) {
            return;
        }
        exchange.set("X-Repo-Commit", commit.get());
        byte[] content = fake.repository(name).at(commit.get()).get(path);
        if (content == null) {
            exchange.error(404, "EntryNotFound");
        } else if (FakeRepository.isLarge(path, content)) {
            String hash = Hashes.sha256(content);
            fake.objects().put(hash, content);
            exchange.set("X-Linked-Etag", '"' + hash + '"');
            exchange.set("X-Linked-Size", Integer.toString(content.length));
            exchange.redirect(fake.storage() + "/object/" + hash + "?signature=1");
        } else {
            exchange.set("ETag", '"' + Hashes.gitBlob(content) + '"');
            exchange.content(content);
        }
    }

    /** Empty if the answer was an error. */
    private Optional<String> commit(Exchange exchange, String name, String revision, boolean isListing)
            throws IOException {
        if (!fake.has(name)) {
            exchange.error(exchange.header("Authorization").isEmpty() ? 401 : 404, "RepoNotFound");
            return Optional.empty();
        }
        FakeRepository repository = fake.repository(name);
        if (!repository.opensTo(exchange.header("Authorization")) && !(repository.isGated() && isListing)) {
            exchange.error(401, repository.isGated() ? "GatedRepo" : "RepoNotFound");
            return Optional.empty();
        }
        Optional<String> commit = repository.resolve(revision);
        if (commit.isEmpty()) {
            exchange.error(404, "RevisionNotFound");
        }
        return commit;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Values of a JSON object that must be there. */
    static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }

    static Map<String, Object> nothing() {
        return Map.of();
    }
}
