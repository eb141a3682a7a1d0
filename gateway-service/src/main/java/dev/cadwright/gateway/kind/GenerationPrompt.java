package dev.cadwright.gateway.kind;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that a language model is asked. */
@Consistent
@Schema(name = "GenerationPrompt")
public record GenerationPrompt(
        @Size(min = 1, max = 200) @Schema(description = "Of its results; default its number")
        String name,

        @Size(max = 1_000_000) String text,

        @Size(max = 64) @Schema(description = "Artifacts, one a picture")
        List<@NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE) String> images,

        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        @Schema(description = "Artifact of a point cloud as .npy")
        String points)
        implements Consistent.Rules {
    @Override
    public List<Consistent.Broken> broken() {
        var broken = new ArrayList<Consistent.Broken>();
        if (text == null && points == null && (images == null || images.isEmpty())) {
            broken.add(new Consistent.Broken("text", "a prompt has a text, images or points"));
        }
        return broken;
    }
}
