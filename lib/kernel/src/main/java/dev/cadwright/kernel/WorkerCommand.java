package dev.cadwright.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a worker program starts.
 *
 * @param name what messages call it, such as {@code kernel worker}
 * @param program the file that must be there and executable
 * @param protocol the version of the protocol that the program has to speak
 * @param arguments what follows the program's name
 * @param environment the program's variables; of this process's own it gets {@code LD_LIBRARY_PATH} and {@code PATH}
 */
public record WorkerCommand(
        String name, Path program, int protocol, List<String> arguments, Map<String, String> environment) {
    public WorkerCommand {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(program, "program");
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
