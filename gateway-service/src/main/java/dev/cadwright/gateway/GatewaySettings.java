package dev.cadwright.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What can be set about the gateway; {@code application.properties} names the environment variables. */
@ConfigMapping(prefix = "cadwright.gateway")
public interface GatewaySettings {
    /** Folder of built-in models: one checkpoint a subfolder. */
    Path models();

    /** Local folder for bodies that are being received. */
    Path incoming();

    /** What one upload may be and cost. */
    Upload upload();

    /** How long a request waits for the database. */
    @WithDefault("10s")
    Duration databaseTimeout();

    /** How long an event stream stays silent before a comment shows that it lives. */
    @WithDefault("15s")
    Duration silence();

    /** How programs are executed. */
    Programs programs();

    /** How downloads of models are looked at. */
    Downloads downloads();

    /** The inference service, which pulls models. */
    interface Downloads {
        /** Its address. */
        URI url();

        /** How long it may take to say how far they are; without it, less is shown. */
        @WithDefault("2s")
        Duration timeout();
    }

    /** The dataset service, which executes programs. */
    interface Programs {
        /** Its address. */
        URI url();

        /** How long it may take to connect. */
        @WithDefault("2s")
        Duration connect();

        /** How long one program may take, waiting for its turn included; the service gives up before. */
        @WithDefault("90s")
        Duration timeout();

        /** Programs asked for at the same time. */
        @WithDefault("64")
        int concurrent();

        /** Programs converted at the same time; of CadQuery's, fewer run where the heap is small. */
        @WithDefault("8")
        int conversions();
    }

    /** Limits of uploads. */
    interface Upload {
        /** Bytes received. */
        MemorySize maxSize();

        /** Bytes that a zip folder unpacks to. */
        @WithDefault("8G")
        MemorySize maxUnpacked();

        /** Files in a zip folder. */
        @WithDefault("60000")
        int maxFiles();

        /** Unpacked bytes for each packed byte of a file. */
        @WithDefault("200")
        int maxRatio();

        /** Uploads received at the same time. */
        @WithDefault("4")
        int concurrent();
    }
}
