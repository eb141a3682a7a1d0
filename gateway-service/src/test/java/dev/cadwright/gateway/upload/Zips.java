package dev.cadwright.gateway.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives: well-formed ones, and such as no library would write. */
public final class Zips {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    /** A well-formed archive. */
    public static byte[] of(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public Zips file(String name, byte[] content) {
        return entry(name, content, content.length, 0100644, 0);
    }

    /** An entry that says that it is a symbolic link. */
    public Zips link(String name, String target) {
        var bytes = target.getBytes(StandardCharsets.UTF_8);
        return entry(name, bytes, bytes.length, 0120777, 0);
    }

    /** An entry that says that it is encrypted. */
    public Zips encrypted(String name, byte[] content) {
        return entry(name, content, content.length, 0100644, 1);
    }

    /** An entry that lies about its size. */
    public Zips claiming(String name, byte[] content, int size) {
        return entry(name, content, size, 0100644, 0);
    }

    private Zips entry(String name, byte[] content, int size, int mode, int flags) {
        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        var packed = deflate(content);
        var checksum = new CRC32();
        checksum.update(content);
        int offset = body.size();
        var local = ByteBuffer.allocate(30 + nameBytes.length).order(ByteOrder.LITTLE_ENDIAN);
        local.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) (0x800 | flags))
                .putShort((short) 8)
                .putInt(0x21_0000);
        local.putInt((int) checksum.getValue()).putInt(packed.length).putInt(size);
        local.putShort((short) nameBytes.length).putShort((short) 0).put(nameBytes);
        body.writeBytes(local.array());
        body.writeBytes(packed);
        var header = ByteBuffer.allocate(46 + nameBytes.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
        header.putShort((short) (0x800 | flags)).putShort((short) 8).putInt(0x21_0000);
        header.putInt((int) checksum.getValue()).putInt(packed.length).putInt(size);
        header.putShort((short) nameBytes.length).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0)
                .putShort((short) 0)
                .putInt(mode << 16)
                .putInt(offset)
                .put(nameBytes);
        directory.writeBytes(header.array());
        entries++;
        return this;
    }

    public byte[] bytes() {
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) entries).putShort((short) entries);
        end.putInt(directory.size()).putInt(body.size()).putShort((short) 0);
        var all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(directory.toByteArray());
        all.writeBytes(end.array());
        return all.toByteArray();
    }

    private static byte[] deflate(byte[] content) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }
}
