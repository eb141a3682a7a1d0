package dev.cadwright.gateway.artifact;

import java.util.Locale;
import java.util.Map;

/** Media types of the files that the services make and take, by the ends of their names. */
public final class MediaTypes {
    /** Bytes of any kind. */
    public static final String BINARY = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("json", "application/json"),
            Map.entry("jsonl", "application/jsonl"),
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("md", "text/markdown;charset=UTF-8"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("csv", "text/csv;charset=UTF-8"),
            Map.entry("zip", "application/zip"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("step", "model/step"),
            Map.entry("stp", "model/step"),
            Map.entry("stl", "model/stl"),
            Map.entry("obj", "model/obj"),
            Map.entry("glb", "model/gltf-binary"),
            Map.entry("3mf", "model/3mf"));

    private MediaTypes() {}

    /** The media type of a file's name; {@link #BINARY} for null and for names that tell nothing. */
    public static String ofName(String name) {
        if (name == null) {
            return BINARY;
        }
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, BINARY);
    }
}
