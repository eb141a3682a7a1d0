package dev.cadwright.neural.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.TensorEntry;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The weights of a folder, memory-mapped: one {@code model.safetensors} or the shards of
 * {@code model.safetensors.index.json}. Tensors made by {@link #map} read the file itself, so the checkpoint must stay
 * open as long as they live.
 */
public final class Checkpoint implements AutoCloseable {
    public static final String SINGLE = "model.safetensors";
    public static final String INDEX = "model.safetensors.index.json";

    private static final List<String> PICKLED = List.of(".bin", ".pt", ".pth", ".ckpt");

    private final Path folder;
    private final List<SafetensorsFile> files;
    private final Map<String, SafetensorsFile> byName;

    private Checkpoint(Path folder, List<SafetensorsFile> files, Map<String, SafetensorsFile> byName) {
        this.folder = folder;
        this.files = files;
        this.byName = byName;
    }

    /**
     * @throws NeuralException {@code bad_checkpoint} or {@code bad_safetensors} if files are not what they claim,
     *     {@code pickled_checkpoint} if there are only pickles, {@code no_checkpoint} if there is nothing
     */
    public static Checkpoint open(Path folder) {
        if (Files.exists(folder.resolve(SINGLE))) {
            return open(folder, SINGLE);
        }
        if (Files.exists(folder.resolve(INDEX))) {
            return openShards(folder);
        }
        throw missing(folder);
    }

    /** One safetensors file of a folder, such as an adapter's. */
    public static Checkpoint open(Path folder, String name) {
        SafetensorsFile file = SafetensorsFile.open(folder.resolve(name));
        Map<String, SafetensorsFile> byName = new LinkedHashMap<>();
        file.names().forEach(tensor -> byName.put(tensor, file));
        return new Checkpoint(folder, List.of(file), byName);
    }

    private static Checkpoint openShards(Path folder) {
        Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
        Map<String, SafetensorsFile> byName = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> place :
                    ShardIndex.read(folder.resolve(INDEX)).files().entrySet()) {
                Path path = folder.resolve(place.getValue());
                if (!Files.exists(path)) {
                    throw new NeuralException("bad_checkpoint", "the shard " + path + " is missing");
                }
                SafetensorsFile shard = shards.computeIfAbsent(place.getValue(), _ -> SafetensorsFile.open(path));
                if (!shard.names().contains(place.getKey())) {
                    throw new NeuralException("bad_checkpoint", path + " does not hold " + place.getKey());
                }
                byName.put(place.getKey(), shard);
            }
            return new Checkpoint(folder, List.copyOf(shards.values()), byName);
        } catch (RuntimeException e) {
            shards.values().forEach(SafetensorsFile::close);
            throw e;
        }
    }

    private static NeuralException missing(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> pickles = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> PICKLED.stream().anyMatch(name::endsWith))
                    .sorted()
                    .toList();
            if (!pickles.isEmpty()) {
                return pickled(folder, pickles.getFirst());
            }
        } catch (IOException e) {
            return new NeuralException("no_checkpoint", folder + " is no readable folder", e);
        }
        return new NeuralException("no_checkpoint", folder + " holds neither " + SINGLE + " nor " + INDEX);
    }

    private static NeuralException pickled(Path folder, String name) {
        return new NeuralException(
                "pickled_checkpoint",
                folder.resolve(name) + " is a Python pickle, which can run anything when read. Convert it once, where"
                        + " you trust it: python -c \"from transformers import AutoModelForCausalLM as M;"
                        + " M.from_pretrained('" + folder + "').save_pretrained('" + folder + "-safetensors')\"");
    }

    public Path folder() {
        return folder;
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** @throws NeuralException {@code missing_tensor} if there is none of that name */
    public TensorEntry entry(String name) {
        return file(name).entry(name);
    }

    /** The mapped bytes of a tensor. */
    public MemorySegment bytes(String name) {
        return file(name).bytes(name);
    }

    /** The metadata of the first file. */
    public Map<String, String> metadata() {
        return files.isEmpty() ? Map.of() : files.getFirst().metadata();
    }

    /** The bytes of all tensors. */
    public long size() {
        return byName.keySet().stream()
                .mapToLong(name -> entry(name).end() - entry(name).begin())
                .sum();
    }

    /** A tensor over the mapped file, not to be written to; a copy only where the file has it unaligned. */
    public NDArray map(NDManager owner, String name) {
        TensorEntry entry = entry(name);
        ScalarType type = ScalarType.of(entry.type());
        MemorySegment bytes = bytes(name);
        if (bytes.address() % entry.type().bytes() == 0) {
            return ForeignTensors.over(owner, bytes, type, entry.shape());
        }
        return ForeignTensors.copied(owner, bytes, type, entry.shape());
    }

    /** Gives back the memory that reading a tensor took, when its values have been copied elsewhere. */
    public void unload(String name) {
        MemorySegment bytes = bytes(name);
        if (bytes.byteSize() > 0) {
            bytes.unload();
        }
    }

    private SafetensorsFile file(String name) {
        SafetensorsFile file = byName.get(name);
        if (file == null) {
            throw new NeuralException("missing_tensor", folder + " holds no tensor named " + name);
        }
        return file;
    }

    @Override
    public void close() {
        files.forEach(SafetensorsFile::close);
    }

    /** The names that are in the checkpoint but not among the given, in order. */
    public List<String> unused(Set<String> used) {
        List<String> unused = new ArrayList<>(byName.keySet());
        unused.removeAll(used);
        return unused;
    }
}
