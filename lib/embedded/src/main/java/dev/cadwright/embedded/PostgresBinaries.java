package dev.cadwright.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The programs of PostgreSQL, unpacked once into a folder. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** Unpacks into {@code home} unless it is there; safe when several processes do so at once. */
    static void unpack(Path home) {
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return;
        }
        try {
            Files.createDirectories(home.getParent());
            Path temporary = Files.createTempDirectory(home.getParent(), "unpacking");
            temporary.toFile().setExecutable(true, false);
            temporary.toFile().setReadable(true, false);
            Commands.run(
                    List.of(
                            ServerFiles.java().toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            ServerFiles.classPath(),
                            "dev.cadwright.embedded.child.UnpackPostgres",
                            temporary.toString()),
                    Map.of(),
                    "");
            publish(temporary, home);
        } catch (IOException e) {
            throw new EmbeddedServerException("PostgreSQL cannot be unpacked into " + home, e);
        }
    }

    private static void publish(Path temporary, Path home) throws IOException {
        try {
            Files.move(temporary, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            Folders.delete(temporary); // somebody else was faster
        }
    }
}
