package dev.cadwright.jobs.testkit;

import dev.cadwright.contracts.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka in containers; Testcontainers removes them when this JVM ends. */
final class ContainerServers implements RealServers {
    private static final int POSTGRES_PORT = 5432;
    private static final int PARTITIONS = 4;

    private final PostgreSQLContainer postgres;
    private final KafkaContainer kafka;

    private ContainerServers(PostgreSQLContainer postgres, KafkaContainer kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static ContainerServers start() {
        // Testcontainers switches fsync off unless it is told otherwise.
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=120");
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1");
        postgres.start();
        kafka.start();
        createTopics(kafka.getBootstrapServers());
        return new ContainerServers(postgres, kafka);
    }

    private static void createTopics(String bootstrap) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(Topics.all().stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot create the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", e);
        }
    }

    @Override
    public String kafkaBootstrap() {
        return kafka.getBootstrapServers().replace("PLAINTEXT://", "");
    }

    @Override
    public String databaseHost() {
        return postgres.getHost();
    }

    @Override
    public int databasePort() {
        return postgres.getMappedPort(POSTGRES_PORT);
    }

    @Override
    public String databaseUser() {
        return postgres.getUsername();
    }

    @Override
    public String databasePassword() {
        return postgres.getPassword();
    }

    @Override
    public String defaultDatabase() {
        return postgres.getDatabaseName();
    }
}
