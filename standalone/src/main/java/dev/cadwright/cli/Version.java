package dev.cadwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

final class Version {
    private Version() {}

    static String text() {
        Properties properties = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("/cadwright.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "cadwright " + properties.getProperty("version") + ", Java " + Runtime.version();
    }
}
