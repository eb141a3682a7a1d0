package dev.cadwright.geometry.render;

/**
 * A finished picture: the bytes of a file, the same for the same mesh and options everywhere. The array is the
 * picture's own, read only.
 *
 * @param mediaType {@code image/png}, or {@code application/x-npy} for depth
 */
@SuppressWarnings("ArrayRecordComponent") // read only by contract
public record Picture(View view, Style style, int size, String mediaType, byte[] bytes) {
    /** The file name's ending, without the dot: {@code png} or {@code npy}. */
    public String extension() {
        return style == Style.DEPTH ? "npy" : "png";
    }
}
