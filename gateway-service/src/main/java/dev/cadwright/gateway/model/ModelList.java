package dev.cadwright.gateway.model;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All models, in the form of OpenAI's API. */
@Schema(name = "ModelList")
public record ModelList(@Schema(examples = "list") String object, List<ModelView> data) {}
