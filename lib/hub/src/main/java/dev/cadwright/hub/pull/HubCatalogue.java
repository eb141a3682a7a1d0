package dev.cadwright.hub.pull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.hub.ContentId;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubLimits;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.RemoteFile;
import dev.cadwright.hub.RepositoryPath;
import dev.cadwright.hub.http.Answer;
import dev.cadwright.hub.http.Ask;
import dev.cadwright.hub.http.HubHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Asks a hub what it has. */
public final class HubCatalogue {
    private final HubHttp http;
    private final HubLimits limits;

    public HubCatalogue(HubHttp http, HubLimits limits) {
        this.http = http;
        this.limits = limits;
    }

    /** @throws HubException if there is no such repository or revision, or what the hub says of it cannot be true */
    public RepositoryListing list(ModelAddress address) throws InterruptedException {
        URI uri = http.uri(
                "/api/models/%s/revision/%s?blobs=true".formatted(address.repository(), encoded(address.revision())));
        JsonNode info = http.json(Ask.get(uri), address.toString());
        String commit = info.path("sha").asText();
        if (!ModelAddress.isCommit(commit) || !info.path("siblings").isArray()) {
            throw new HubException(
                    HubException.Code.BAD_ANSWER, "The hub does not say which files %s has.".formatted(address));
        }
        return new RepositoryListing(
                address,
                commit,
                isGated(info.path("gated")),
                files(info.path("siblings"), address),
                licence(info),
                Optional.ofNullable(info.path("config").path("model_type").textValue()),
                parameters(info.path("safetensors")));
    }

    /** Completes what a listing says of a file by asking for the file's headers. */
    RemoteFile complete(RepositoryListing listing, RemoteFile file) throws InterruptedException {
        if (file.isComplete()) {
            return file;
        }
        String what = listing.address().toString();
        return http.exchange(Ask.head(location(listing, file.path())), what, answer -> described(file, answer));
    }

    /** Where a file of a commit is fetched from. */
    URI location(RepositoryListing listing, RepositoryPath path) {
        String encodedPath =
                Arrays.stream(path.text().split("/")).map(HubCatalogue::encoded).collect(Collectors.joining("/"));
        return http.uri("/%s/resolve/%s/%s".formatted(listing.address().repository(), listing.commit(), encodedPath));
    }

    private static RemoteFile described(RemoteFile file, Answer answer) {
        OptionalLong size = answer.hubHeader("X-Linked-Size")
                .or(() -> answer.isRedirect() ? Optional.empty() : answer.header("Content-Length"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
        Optional<ContentId> content = answer.hubHeader("X-Linked-Etag")
                .or(() -> answer.hubHeader("ETag"))
                .map(HubCatalogue::withoutQuotes)
                .filter(ContentId::isValid)
                .map(ContentId::new);
        RemoteFile described = new RemoteFile(file.path(), size, content);
        if (!described.isComplete()) {
            throw new HubException(
                    HubException.Code.BAD_ANSWER,
                    "The hub does not say how long %s is, or what its checksum is.".formatted(file.path()));
        }
        return described;
    }

    static String withoutQuotes(String etag) {
        return etag.replaceFirst("^W/", "").replace("\"", "");
    }

    private List<RemoteFile> files(JsonNode siblings, ModelAddress address) {
        if (siblings.size() > limits.files()) {
            throw new HubException(
                    HubException.Code.UNSAFE_ANSWER,
                    "%s has %d files; at most %d are taken.".formatted(address, siblings.size(), limits.files()));
        }
        List<RemoteFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode sibling : siblings) {
            RemoteFile file = file(sibling);
            if (!names.add(file.path().text())) {
                throw unsafe("The hub names %s twice.", file);
            }
            files.add(file);
        }
        for (RemoteFile file : files) {
            for (int slash = file.path().text().indexOf('/');
                    slash >= 0;
                    slash = file.path().text().indexOf('/', slash + 1)) {
                if (names.contains(file.path().text().substring(0, slash))) {
                    throw unsafe("The hub names a file %s below another file.", file);
                }
            }
        }
        return files;
    }

    private static RemoteFile file(JsonNode sibling) {
        JsonNode lfs = sibling.path("lfs");
        String hash = lfs.isObject()
                ? lfs.path("sha256").asText("")
                : sibling.path("blobId").asText("");
        JsonNode size = lfs.isObject() ? lfs.path("size") : sibling.path("size");
        return new RemoteFile(
                new RepositoryPath(sibling.path("rfilename").asText("")),
                size.canConvertToLong() && size.isIntegralNumber() && size.asLong() >= 0
                        ? OptionalLong.of(size.asLong())
                        : OptionalLong.empty(),
                ContentId.isValid(hash) ? Optional.of(new ContentId(hash)) : Optional.empty());
    }

    /** From the card, else from the tags that the hub makes of it. */
    private static Optional<String> licence(JsonNode info) {
        return Optional.ofNullable(info.path("cardData").path("license").textValue())
                .or(() -> StreamSupport.stream(info.path("tags").spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(tag -> tag.startsWith("license:"))
                        .map(tag -> tag.substring("license:".length()))
                        .findFirst());
    }

    private static OptionalLong parameters(JsonNode safetensors) {
        long total = 0;
        for (JsonNode count : safetensors.path("parameters")) {
            total += count.asLong();
        }
        return total > 0 ? OptionalLong.of(total) : OptionalLong.empty();
    }

    /** {@code false}, {@code "auto"} or {@code "manual"}. */
    private static boolean isGated(JsonNode gated) {
        return gated.isTextual() || gated.asBoolean(false);
    }

    private static HubException unsafe(String form, RemoteFile file) {
        return new HubException(HubException.Code.UNSAFE_ANSWER, form.formatted(file.path()));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
