package dev.cadwright.gateway.artifact;

import java.util.regex.Pattern;

/** What part of a representation a {@code Range} header asks for (RFC 9110, section 14). */
sealed interface ByteRange {
    /** No usable range: everything. Several ranges at once are answered so, too, as the RFC allows. */
    record Whole() implements ByteRange {}

    /** The bytes from {@code first} to {@code last}, inclusive. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** A well-formed range none of whose bytes exist. */
    record Unsatisfiable() implements ByteRange {}

    Pattern FORM = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** Reads a header, null where there is none, for a representation of {@code size} bytes. */
    static ByteRange of(String header, long size) {
        if (header == null) {
            return new Whole();
        }
        var form = FORM.matcher(header);
        if (!form.matches() || form.group(1).isEmpty() && form.group(2).isEmpty()) {
            return new Whole();
        }
        if (form.group(1).isEmpty()) {
            return suffix(Long.parseLong(form.group(2)), size);
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(form.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) {
            return new Unsatisfiable();
        }
        return new Part(Math.max(0, size - length), size - 1);
    }
}
