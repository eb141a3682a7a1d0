package dev.cadwright.hub.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A repository of the fake hub: its commits, and what {@code main} is. */
public final class FakeRepository {
    private static final int LARGE = 4096;

    private final String name;
    private final Map<String, Map<String, byte[]>> commits = new LinkedHashMap<>();
    private final Map<String, String> references = new TreeMap<>();
    private Map<String, byte[]> files = new TreeMap<>();
    private boolean gated;
    private Optional<String> token = Optional.empty();
    private boolean hasListedSizes = true;

    FakeRepository(String name) {
        this.name = name;
        commit();
    }

    public String name() {
        return name;
    }

    /** Adds a file to {@code main}, in a commit of its own. */
    public synchronized FakeRepository file(String path, byte[] content) {
        files.put(path, content.clone());
        commit();
        return this;
    }

    public FakeRepository file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Files need a token whose owner has accepted the terms: this one. */
    public synchronized FakeRepository gatedFor(String accepted) {
        gated = true;
        token = Optional.of(accepted);
        return this;
    }

    /** Nobody without this token learns that the repository exists. */
    public synchronized FakeRepository privateFor(String owner) {
        token = Optional.of(owner);
        return this;
    }

    /** Lists names alone, as the hub does when it is not asked for more. */
    public synchronized FakeRepository withoutListedSizes() {
        hasListedSizes = false;
        return this;
    }

    /** Names a commit. */
    public synchronized FakeRepository tag(String tag) {
        references.put(tag, head());
        return this;
    }

    /** The commit of {@code main}. */
    public synchronized String head() {
        return references.get("main");
    }

    public synchronized Map<String, byte[]> files() {
        return Collections.unmodifiableMap(new TreeMap<>(files));
    }

    synchronized void put(String path, byte[] content) {
        files.put(path, content);
    }

    synchronized void remove(String path) {
        files.remove(path);
    }

    synchronized String commit() {
        StringBuilder text = new StringBuilder(name).append(commits.size());
        files.forEach((path, content) -> text.append(path).append(Hashes.gitBlob(content)));
        String commit = Hashes.gitBlob(text.toString().getBytes(StandardCharsets.UTF_8));
        commits.put(commit, new TreeMap<>(files));
        references.put("main", commit);
        return commit;
    }

    synchronized Optional<String> resolve(String revision) {
        return commits.containsKey(revision) ? Optional.of(revision) : Optional.ofNullable(references.get(revision));
    }

    synchronized Map<String, byte[]> at(String commit) {
        return commits.get(commit);
    }

    synchronized boolean isGated() {
        return gated;
    }

    synchronized boolean hasListedSizes() {
        return hasListedSizes;
    }

    synchronized boolean opensTo(Optional<String> authorization) {
        return token.isEmpty() || authorization.equals(token.map("Bearer "::concat));
    }

    /** Whether a file lies in the storage for large files. */
    static boolean isLarge(String path, byte[] content) {
        return content.length > LARGE || (path.endsWith(".safetensors") && content.length > 0);
    }
}
