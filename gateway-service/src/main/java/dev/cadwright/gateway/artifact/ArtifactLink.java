package dev.cadwright.gateway.artifact;

import dev.cadwright.artifacts.Sha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names an artifact and where to read it. */
@Schema(description = "An artifact, and where to read it")
public record ArtifactLink(String sha256, String url) {
    public ArtifactLink {
        Sha256.requireValid(sha256);
    }

    /** A link under which the artifact has the given file name. */
    public static ArtifactLink of(String sha256, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new ArtifactLink(sha256, "/v1/artifacts/" + sha256 + "?name=" + encoded);
    }
}
