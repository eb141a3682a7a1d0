package dev.cadwright.neural.tensor;

import dev.cadwright.neural.NeuralException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes TorchScript archives without Python: a zip of stored entries with the methods of one module that has no
 * parameters. libtorch compiles the source when it loads the archive, so whole stretches of a model run in one native
 * call, with autograd.
 */
public final class OpArchive {
    private static final String CLASS = "Ops";
    private static final String HEADER =
            "class " + CLASS + "(Module):\n" + "  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";
    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    private static final String OLDEST = "3\n";
    static final String LATEST = "10\n";

    private OpArchive() {}

    /**
     * The archive of the methods in a resource beside a class. The source is indented by two spaces and writes
     * {@code self} without a type.
     */
    public static byte[] ofResource(Class<?> beside, String name) {
        return of(source(beside, name));
    }

    static String source(Class<?> beside, String name) {
        try (InputStream source = beside.getResourceAsStream(name)) {
            if (source == null) {
                throw new NeuralException("missing_resource", "no resource " + name + " beside " + beside.getName());
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] of(String methods) {
        return of(methods, OLDEST);
    }

    /** @param version of the operators that the source means; {@link #LATEST} knows the newest arguments */
    static byte[] of(String methods, String version) {
        String code = HEADER + methods.replace("(self,", "(self: __torch__." + CLASS + ",");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "ops/data.pkl", moduleState());
            store(zip, "ops/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            store(zip, "ops/constants.pkl", NO_CONSTANTS);
            store(zip, "ops/byteorder", "little".getBytes(StandardCharsets.UTF_8));
            store(zip, "ops/version", version.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The pickle (protocol 2) of a module object whose state is {@code {training: False}}. */
    private static byte[] moduleState() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        byte[] key = "training".getBytes(StandardCharsets.UTF_8);
        pickle.writeBytes(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(("c__torch__\n" + CLASS + "\n").getBytes(StandardCharsets.UTF_8));
        pickle.writeBytes(new byte[] {')', (byte) 0x81, '}', '(', 'X', (byte) key.length, 0, 0, 0});
        pickle.writeBytes(key);
        pickle.writeBytes(new byte[] {(byte) 0x89, 'u', 'b', '.'});
        return pickle.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
