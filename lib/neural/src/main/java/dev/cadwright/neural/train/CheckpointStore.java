package dev.cadwright.neural.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Checkpoints of one run as folders. A checkpoint is written to a temporary folder, forced to the disk, and renamed;
 * its manifest names the SHA-256 of every file, and a pointer file, replaced last, names the latest checkpoint and the
 * digest of its manifest. A reader takes the newest checkpoint whose every file matches its manifest, so a crash at any
 * moment costs at most the checkpoint that was being written.
 */
final class CheckpointStore {
    static final String MANIFEST = "manifest.json";
    static final String POINTER = "latest.json";

    private static final String PREFIX = "checkpoint-";
    private static final String TEMPORARY = ".tmp-";
    private static final int CHUNK = 1 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;
    private final int limit;

    /** @param limit checkpoints kept; older ones are deleted, but none that is protected */
    CheckpointStore(Path folder, int limit) {
        this.folder = folder;
        this.limit = limit;
    }

    record Saved(Path path, long step, String manifest) {}

    /**
     * @param content writes the files into a folder that it makes
     * @param kept steps of checkpoints that stay whatever their age
     */
    Saved save(long step, Consumer<Path> content, Set<Long> kept) {
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve(TEMPORARY + step);
            Folders.delete(temporary);
            content.accept(temporary);
            ObjectNode manifest = MAPPER.createObjectNode().put("step", step);
            ObjectNode digests = manifest.putObject("files");
            for (Path file : files(temporary)) {
                force(file);
                digests.put(temporary.relativize(file).toString(), sha256(file));
            }
            byte[] manifestBytes = MAPPER.writeValueAsBytes(manifest);
            writeForced(temporary.resolve(MANIFEST), manifestBytes);
            forceFolder(temporary);
            Path target = folder.resolve(name(step));
            Folders.delete(target);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
            Saved saved = new Saved(target, step, sha256(manifestBytes));
            point(saved);
            prune(kept);
            return saved;
        } catch (IOException | UncheckedIOException e) {
            throw new NeuralException("checkpoint_not_written", "cannot write the checkpoint of step " + step, e);
        }
    }

    /** The newest complete checkpoint. */
    Optional<Saved> latest() {
        for (long step : steps()) {
            Optional<Saved> checkpoint = verified(folder.resolve(name(step)), step);
            if (checkpoint.isPresent()) {
                return checkpoint;
            }
        }
        return Optional.empty();
    }

    /** The complete checkpoint of a step, if there is one. */
    Optional<Saved> of(long step) {
        return verified(folder.resolve(name(step)), step);
    }

    private Optional<Saved> verified(Path checkpoint, long step) {
        try {
            byte[] manifest = Files.readAllBytes(checkpoint.resolve(MANIFEST));
            JsonNode files = MAPPER.readTree(manifest).path("files");
            if (!files.isObject() || files.isEmpty()) {
                return Optional.empty();
            }
            for (Map.Entry<String, JsonNode> file : files.properties()) {
                if (!sha256(checkpoint.resolve(file.getKey()))
                        .equals(file.getValue().asText())) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Saved(checkpoint, step, sha256(manifest)));
        } catch (IOException e) {
            // A file is missing or unreadable: this checkpoint is not complete, an older one may be.
            return Optional.empty();
        }
    }

    private void point(Saved saved) throws IOException {
        byte[] pointer = MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                .put("checkpoint", String.valueOf(saved.path().getFileName()))
                .put("step", saved.step())
                .put("manifest", saved.manifest()));
        Path temporary = folder.resolve(TEMPORARY + POINTER);
        writeForced(temporary, pointer);
        try {
            Files.move(temporary, folder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, folder.resolve(POINTER), StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(folder);
    }

    private void prune(Set<Long> kept) throws IOException {
        List<Long> steps = steps();
        for (long step : steps.subList(Math.min(limit, steps.size()), steps.size())) {
            if (!kept.contains(step)) {
                // Under its name a checkpoint is whole, also for who looks on from outside.
                Path nameless = folder.resolve(TEMPORARY + name(step));
                Files.move(folder.resolve(name(step)), nameless, StandardCopyOption.ATOMIC_MOVE);
                Folders.delete(nameless);
            }
        }
        try (Stream<Path> leftovers = Files.list(folder)) {
            for (Path leftover : leftovers.toList()) {
                if (String.valueOf(leftover.getFileName()).startsWith(TEMPORARY)) {
                    Folders.delete(leftover);
                }
            }
        }
    }

    /** Steps of all checkpoints, complete or not, newest first. */
    private List<Long> steps() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Long> steps = new ArrayList<>();
            for (Path entry : entries.toList()) {
                String name = String.valueOf(entry.getFileName());
                if (name.matches(PREFIX + "\\d{1,18}")) {
                    steps.add(Long.parseLong(name.substring(PREFIX.length())));
                }
            }
            steps.sort(Comparator.reverseOrder());
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(long step) {
        return PREFIX + String.format(java.util.Locale.ROOT, "%08d", step);
    }

    private static void writeForced(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void forceFolder(Path path) throws IOException {
        force(path);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            return entries.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> root.relativize(file).toString()))
                    .toList();
        }
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** Files may be larger than memory. */
    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
