package dev.cadwright.neural.image;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.checkpoint.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processor of a model's folder: {@code preprocessor_config.json}, or the part of {@code processor_config.json} where
 * transformers 5 keeps it; without either, what the vision tower of {@code config.json} is known to be trained with.
 */
public final class ProcessorFolder {
    private ProcessorFolder() {}

    /** Of a model with pictures of one size. */
    public static ImageProcessor images(Path folder, Configuration model) {
        return ImageProcessor.of(padding(settings(folder, model), model));
    }

    /** Of a model with patches of pictures of any size. */
    public static PatchProcessor patches(Path folder, Configuration model) {
        return PatchProcessor.of(settings(folder, model));
    }

    private static Configuration settings(Path folder, Configuration model) {
        Path own = folder.resolve("preprocessor_config.json");
        if (Files.isRegularFile(own)) {
            return Configuration.read(own);
        }
        Path whole = folder.resolve("processor_config.json");
        if (Files.isRegularFile(whole) && Configuration.read(whole).has("image_processor")) {
            return Configuration.read(whole).section("image_processor");
        }
        return usual(model.optionalSection("vision_config").orElse(model));
    }

    /** TinyLLaVA and the first LLaVA say in the model's configuration that pictures are padded. */
    private static Configuration padding(Configuration processor, Configuration model) {
        boolean own =
                processor.string("image_processor_type", "").startsWith("Llava") && processor.flag("do_pad", false);
        boolean said = model.string("image_aspect_ratio", "").equals("pad");
        return processor.with(JsonNodeFactory.instance.objectNode().put(ImageProcessor.SQUARE, own || said));
    }

    private static Configuration usual(Configuration vision) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        switch (vision.modelType()) {
            case "siglip_vision_model" -> siglip(settings, vision.size("image_size", 224));
            case "clip_vision_model" -> clip(settings, vision.size("image_size", 224));
            default -> patches(settings, vision);
        }
        return Configuration.of(settings);
    }

    private static void siglip(ObjectNode settings, int side) {
        settings.putObject("size").put("height", side).put("width", side);
        settings.putArray("image_mean").add(0.5).add(0.5).add(0.5);
        settings.putArray("image_std").add(0.5).add(0.5).add(0.5);
    }

    private static void clip(ObjectNode settings, int side) {
        settings.putObject("size").put("shortest_edge", side);
        settings.putObject("crop_size").put("height", side).put("width", side);
        settings.put("do_center_crop", true);
    }

    private static void patches(ObjectNode settings, Configuration vision) {
        settings.put("patch_size", vision.size("patch_size", 14));
        settings.put("temporal_patch_size", vision.size("temporal_patch_size", 2));
        settings.put("merge_size", vision.size("spatial_merge_size", 2));
    }
}
