package dev.cadwright.kernel.openscad;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;

/** Files that programs with bad intentions import. */
final class HostileFiles {
    private HostileFiles() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new HashMap<>();
        byte[] random = new byte[20_000];
        new Random(11).nextBytes(random);
        for (String ending : new String[] {"stl", "dxf", "svg", "off", "obj", "3mf", "amf", "png", "dat"}) {
            files.put("random." + ending, random);
        }
        files.put("count.stl", stl(0xFFFFFFFF, 1f, 3));
        files.put("nan.stl", stl(4, Float.NaN, 4));
        files.put("cut.stl", Arrays.copyOf(stl(10, 1f, 10), 200));
        files.put("count.off", ascii("OFF\n1000000000 1000000000 0\n0 0 0\n"));
        files.put("huge.png", png(100_000, 100_000));
        files.put("rows.dat", ascii("1 2 3\n".repeat(1_000_000)));
        files.put("ring1.scad", ascii("include <ring2.scad>\nuse <ring2.scad>\nmodule one() cube(1);\n"));
        files.put("ring2.scad", ascii("include <ring1.scad>\nuse <ring1.scad>\nmodule two() one();\n"));
        return files;
    }

    private static byte[] stl(int count, float value, int triangles) {
        ByteBuffer file = ByteBuffer.allocate(84 + 50 * triangles).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(80, count).position(84);
        for (int i = 0; i < triangles; i++) {
            for (int k = 0; k < 12; k++) {
                file.putFloat(value * (k % (i + 2)));
            }
            file.putShort((short) 0);
        }
        return file.array();
    }

    /** A header alone, with a right checksum. */
    private static byte[] png(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(33);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.putInt(13).put(ascii("IHDR")).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(file.array(), 12, 17);
        return file.putInt((int) checksum.getValue()).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
