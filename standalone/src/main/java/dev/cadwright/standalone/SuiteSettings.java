package dev.cadwright.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the suite lives, from the environment.
 *
 * @param root the folder of the launcher
 * @param files the home folder: {@code CADWRIGHT_HOME}, else {@code .cadwright} in the root
 * @param portBase {@code CADWRIGHT_PORT_BASE}, else 7400: the gateway's port, the others' follow
 * @param environment all variables
 */
public record SuiteSettings(Path root, SuiteFiles files, int portBase, Map<String, String> environment) {
    private static final int POSTGRES_OFFSET = 10;
    private static final int KAFKA_OFFSET = 11;
    private static final int KAFKA_CONTROLLER_OFFSET = 12;

    public SuiteSettings {
        root = root.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /**
     * Reads the settings of this process.
     *
     * @throws SuiteException when a variable does not hold what it should
     */
    public static SuiteSettings of(Map<String, String> environment, Path root) {
        Path home = Optional.ofNullable(environment.get("CADWRIGHT_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(root.resolve(".cadwright"));
        return new SuiteSettings(
                root, new SuiteFiles(home), port(environment, "CADWRIGHT_PORT_BASE", 7400), environment);
    }

    public int port(Service service) {
        return port(environment, service.portVariable(), portBase + service.ordinal());
    }

    int postgresPort() {
        return port(environment, "CADWRIGHT_POSTGRES_PORT", portBase + POSTGRES_OFFSET);
    }

    int kafkaPort() {
        return port(environment, "CADWRIGHT_KAFKA_PORT", portBase + KAFKA_OFFSET);
    }

    int kafkaControllerPort() {
        return port(environment, "CADWRIGHT_KAFKA_CONTROLLER_PORT", portBase + KAFKA_CONTROLLER_OFFSET);
    }

    /** Where clients reach the suite, for example {@code http://127.0.0.1:7400}. */
    public String gatewayUrl() {
        return "http://127.0.0.1:" + port(Service.GATEWAY);
    }

    /** A folder that a variable may move, else one of the home folder. */
    Path folder(String variable, Path otherwise) {
        return Path.of(environment.getOrDefault(variable, otherwise.toString()))
                .toAbsolutePath()
                .normalize();
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 1024 && port <= 65_500) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new SuiteException("%s is \"%s\", which is not a number.".formatted(variable, value), e);
        }
        throw new SuiteException("%s is %s; a port is between 1024 and 65500.".formatted(variable, value));
    }
}
