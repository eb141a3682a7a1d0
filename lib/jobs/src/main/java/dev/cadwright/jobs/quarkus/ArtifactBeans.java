package dev.cadwright.jobs.quarkus;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The artifact store that all services of one installation share, unless a service brings its own. */
@ApplicationScoped
class ArtifactBeans {
    @Produces
    @Singleton
    @DefaultBean
    ArtifactStore artifacts(@ConfigProperty(name = "cadwright.artifacts.folder") Path folder) {
        return new FolderArtifactStore(folder);
    }
}
