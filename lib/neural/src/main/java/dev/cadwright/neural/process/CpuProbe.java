package dev.cadwright.neural.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Finds out, in child processes, which arithmetic this machine's processor really runs. Some hosts report AMX and kill
 * the process that uses it, so the first child may die; then a second one tries without. The verdict is kept in a file
 * until the machine is started anew, since a virtual machine may wake up on another host.
 */
public final class CpuProbe {
    private static final long TIMEOUT_SECONDS = 120;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CpuProbe() {}

    /** @param cache file of the last verdict */
    public static CpuVerdict verdict(ChildOptions options, Path cache) throws InterruptedException {
        String machine = machine();
        Optional<CpuVerdict> known = read(cache).filter(v -> v.machine().equals(machine));
        if (known.isPresent()) {
            return known.get();
        }
        Optional<JsonNode> free = measure(options);
        JsonNode measured = free.isPresent()
                ? free.get()
                : measure(options.withEnvironment(CpuVerdict.LIMITED))
                        .orElseThrow(() -> new NeuralException(
                                "no_working_cpu", "libtorch dies on this processor, with and without AMX"));
        CpuVerdict verdict = new CpuVerdict(
                machine,
                free.isEmpty(),
                measured.path("fp32").asDouble(),
                measured.path("bf16").asDouble());
        write(cache, verdict);
        return verdict;
    }

    private static Optional<JsonNode> measure(ChildOptions options) throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(options, CpuProbeMain.class)) {
            if (!child.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            String line = child.readLine();
            return child.await().status() == 0 && line != null ? Optional.of(MAPPER.readTree(line)) : Optional.empty();
        } catch (IOException e) {
            throw new NeuralException("bad_probe", "the probe's answer is not JSON", e);
        }
    }

    private static String machine() {
        CRC32 digest = new CRC32();
        for (String file : new String[] {"/proc/cpuinfo", "/proc/sys/kernel/random/boot_id"}) {
            try {
                Files.readAllLines(Path.of(file)).stream()
                        // Clock rates change from one look to the next.
                        .filter(line -> !line.startsWith("cpu MHz"))
                        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                digest.update(System.getProperty("os.arch").getBytes(StandardCharsets.UTF_8));
            }
        }
        return Long.toHexString(digest.getValue());
    }

    private static Optional<CpuVerdict> read(Path cache) {
        try {
            return Optional.of(MAPPER.readValue(cache.toFile(), CpuVerdict.class));
        } catch (IOException e) {
            // No verdict yet, or one of another version: probe again.
            return Optional.empty();
        }
    }

    private static void write(Path cache, CpuVerdict verdict) {
        try {
            Files.createDirectories(cache.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(cache.toAbsolutePath().getParent(), "cpu", ".json");
            MAPPER.writeValue(temporary.toFile(), verdict);
            Files.move(temporary, cache, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NeuralException("cache_not_written", "cannot keep the processor's verdict at " + cache, e);
        }
    }
}
