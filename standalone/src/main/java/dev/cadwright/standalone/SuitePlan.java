package dev.cadwright.standalone;

import dev.cadwright.contracts.Topics;
import dev.cadwright.embedded.EmbeddedServer;
import dev.cadwright.embedded.KafkaServer;
import dev.cadwright.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the plan of the real suite: two servers, six services. */
final class SuitePlan {
    /** Two cores start two services in less time than one after the other; a third only slows them down. */
    private static final int STARTING_AT_ONCE = 2;

    /** A service. Each costs a process of PostgreSQL, and six services on one machine have little to say at once. */
    private static final String DATABASE_CONNECTIONS = "5";

    private static final int SERVICE_STOP_SECONDS = 40;
    private static final int SERVER_STOP_SECONDS = 20;

    /** A process that writes its start cache as it ends takes a while, and all do so at the same time. */
    private static final int CACHE_SECONDS = 300;

    private final SuiteSettings settings;
    private final StartCaches caches;
    private final PostgresServer postgres;
    private final KafkaServer kafka;

    SuitePlan(SuiteSettings settings, StartCaches caches) {
        this.settings = settings;
        this.caches = caches;
        Path home = settings.files().home();
        this.postgres = new PostgresServer(
                home.resolve("postgres"), settings.root().resolve(".cadwright"), settings.postgresPort());
        this.kafka = new KafkaServer(
                home.resolve("kafka"), settings.kafkaPort(), settings.kafkaControllerPort(), Topics.all());
    }

    /** Brings the servers' folders into shape, which takes seconds the first time, and says how all is run. */
    Plan prepare() {
        requireBuilt();
        postgres.prepare();
        kafka.prepare();
        List<ProcessPlan> processes = new ArrayList<>();
        processes.add(server(postgres, postgres.command(), "CADWRIGHT_POSTGRES_PORT", new Probe.Postgres(postgres)));
        processes.add(
                server(kafka, caches.apply("kafka", kafka.command()), "CADWRIGHT_KAFKA_PORT", new Probe.Kafka(kafka)));
        for (Service service : Service.values()) {
            processes.add(service(service));
        }
        // Whoever writes a start cache as it ends needs a core and half a gigabyte for that.
        return new Plan(processes, STARTING_AT_ONCE, caches.make() ? 1 : processes.size());
    }

    private void requireBuilt() {
        for (Service service : Service.values()) {
            Path jar = service.application(settings.root()).resolve("quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new SuiteException("The %s service is not built (%s is missing); run ./cadwright setup."
                        .formatted(service.word(), jar));
            }
        }
    }

    private ProcessPlan server(EmbeddedServer server, List<String> command, String portVariable, Probe probe) {
        return new ProcessPlan(
                server.name(),
                command,
                settings.files().home(),
                Map.of("MALLOC_ARENA_MAX", "2"),
                settings.files().log(server.name()),
                server.ports(),
                portVariable,
                probe,
                List.of(),
                server.stopSignal(),
                SERVER_STOP_SECONDS + (caches.make() ? CACHE_SECONDS : 0));
    }

    private ProcessPlan service(Service service) {
        int port = settings.port(service);
        Path application = service.application(settings.root());
        return new ProcessPlan(
                service.word(),
                caches.apply(service.word(), command(service)),
                application,
                environment(service, application),
                settings.files().log(service.word()),
                List.of(port),
                service.portVariable(),
                new Probe.Http(port, "/q/health/ready"),
                List.of(postgres.name(), kafka.name()),
                "TERM",
                SERVICE_STOP_SECONDS + (caches.make() ? CACHE_SECONDS : 0));
    }

    /** CadQuery programs run in the dataset service, in a part of its heap. */
    private static String heap(Service service) {
        return service == Service.DATASET ? "192m" : "96m";
    }

    /** The start cache holds for the very jar path and working directory it was made with: both stay relative. */
    private List<String> command(Service service) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms16m",
                "-Xmx" + settings.environment().getOrDefault("CADWRIGHT_SERVICE_HEAP", heap(service)),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                "quarkus-run.jar"));
        return List.copyOf(command);
    }

    private Map<String, String> environment(Service service, Path application) {
        Path home = settings.files().home();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service)));
        environment.put("DB_URL", postgres.url());
        environment.put("DB_USER", PostgresServer.USER);
        environment.put("DB_PASSWORD", postgres.password());
        environment.put("KAFKA_BOOTSTRAP", kafka.bootstrap());
        environment.put("CADWRIGHT_HOME", home.toString());
        environment.put(
                "CADWRIGHT_ARTIFACTS",
                settings.folder("CADWRIGHT_ARTIFACTS", home.resolve("artifacts"))
                        .toString());
        environment.put(
                "CADWRIGHT_MODELS",
                settings.folder("CADWRIGHT_MODELS", settings.root().resolve("models"))
                        .toString());
        environment.put("CADWRIGHT_KERNEL_WORKER", worker().toString());
        environment.put("CADWRIGHT_MESH_WORKER", meshWorker().toString());
        environment.put("CADWRIGHT_DATASET_URL", "http://127.0.0.1:" + settings.port(Service.DATASET));
        environment.put("CADWRIGHT_INFERENCE_URL", "http://127.0.0.1:" + settings.port(Service.INFERENCE));
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put(
                "CADWRIGHT_DB_CONNECTIONS",
                settings.environment().getOrDefault("CADWRIGHT_DB_CONNECTIONS", DATABASE_CONNECTIONS));
        environment.put("CADWRIGHT_BUILD", build(application));
        return environment;
    }

    private Path worker() {
        return settings.folder(
                "CADWRIGHT_KERNEL_WORKER", settings.root().resolve("lib/kernel/worker/build/cadwright-kernel"));
    }

    private Path meshWorker() {
        return settings.folder("CADWRIGHT_MESH_WORKER", settings.root().resolve("lib/kernel/mesh-worker/start.sh"));
    }

    /** Changes with every build, so that a service of an older one is not taken over. */
    private static String build(Path application) {
        try {
            return Files.getLastModifiedTime(application.resolve("quarkus-run.jar"))
                    .toString();
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + application, e);
        }
    }
}
