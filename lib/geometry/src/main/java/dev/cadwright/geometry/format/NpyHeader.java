package dev.cadwright.geometry.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginning of an array file: a magic, a version and a Python dictionary with type, order and shape. */
record NpyHeader(NpyType type, List<Integer> shape, int count, int dataStart) {
    static final int MAX_LENGTH = 1 << 14;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MAX_AXES = 8;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']{1,16})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]{0,128})\\)");

    static NpyHeader parse(byte[] file) throws FormatException {
        if (file.length < 12 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new FormatException("npy_magic", "not a NumPy array file");
        }
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int version = file[6];
        if (version < 1 || version > 3) {
            throw new FormatException("npy_version", "version " + version + " of the NumPy format is not known");
        }
        long length = version == 1 ? buffer.getShort(8) & 0xFFFF : buffer.getInt(8) & 0xFFFFFFFFL;
        int textStart = version == 1 ? 10 : 12;
        if (length > MAX_LENGTH || textStart + length > file.length) {
            throw new FormatException("npy_header", "the header claims " + length + " bytes");
        }
        String text = new String(file, textStart, (int) length, StandardCharsets.UTF_8);
        return parse(text, textStart + (int) length, file.length);
    }

    private static NpyHeader parse(String text, int dataStart, int fileLength) throws FormatException {
        NpyType type = NpyType.of(field(TYPE, text, "descr"));
        List<Integer> shape = shape(field(SHAPE, text, "shape"));
        if (field(ORDER, text, "fortran_order").equals("True") && shape.size() > 1) {
            throw new FormatException("npy_fortran_order", "the array is stored by columns; store it by rows");
        }
        long count = 1;
        for (int length : shape) {
            count = Math.min(count * length, Npy.MAX_VALUES + 1L);
        }
        if (count > Npy.MAX_VALUES) {
            throw new FormatException("npy_too_large", "the shape " + shape + " has too many values");
        }
        if (dataStart + count * type.bytes() != fileLength) {
            throw new FormatException(
                    "npy_size",
                    "the shape " + shape + " needs " + count * type.bytes() + " bytes of data, the file has "
                            + (fileLength - dataStart));
        }
        return new NpyHeader(type, shape, (int) count, dataStart);
    }

    private static String field(Pattern pattern, String text, String name) throws FormatException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new FormatException("npy_header", "the header has no readable " + name);
        }
        return matcher.group(1);
    }

    private static List<Integer> shape(String text) throws FormatException {
        List<Integer> shape = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            if (part.strip().length() > 9 || shape.size() == MAX_AXES) {
                throw new FormatException("npy_too_large", "the shape (" + text + ") is too large");
            }
            shape.add(parseLength(part.strip(), text));
        }
        return shape;
    }

    private static int parseLength(String digits, String text) throws FormatException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new FormatException("npy_header", "the shape (" + text + ") is not readable");
        }
    }

    static byte[] encode(List<Integer> shape, float[] values) {
        ByteBuffer file = begun("<f4", shape, values.length, Float.BYTES);
        file.asFloatBuffer().put(values);
        return file.array();
    }

    static byte[] encode(List<Integer> shape, long[] values) {
        ByteBuffer file = begun("<i8", shape, values.length, Long.BYTES);
        file.asLongBuffer().put(values);
        return file.array();
    }

    /** A file whose values are still to be put, from its position on. */
    private static ByteBuffer begun(String type, List<Integer> shape, int count, int bytes) {
        NpyArray.requireSize(shape, count);
        byte[] header = header(type, shape);
        return ByteBuffer.allocate(header.length + bytes * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
    }

    private static byte[] header(String type, List<Integer> shape) {
        StringBuilder text =
                new StringBuilder("{'descr': '").append(type).append("', 'fortran_order': False, 'shape': (");
        for (int i = 0; i < shape.size(); i++) {
            text.append(i == 0 ? "" : " ").append(shape.get(i)).append(i + 1 < shape.size() || i == 0 ? "," : "");
        }
        text.append("), }");
        int padded = (10 + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        text.repeat(' ', padded - 10 - text.length() - 1).append('\n');
        ByteBuffer buffer = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (padded - 10));
        return buffer.put(text.toString().getBytes(StandardCharsets.US_ASCII)).array();
    }
}
