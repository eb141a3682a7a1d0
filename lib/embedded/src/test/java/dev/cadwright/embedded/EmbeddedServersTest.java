package dev.cadwright.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {
    @TempDir
    static Path folder;

    private static EmbeddedServers servers;

    @BeforeAll
    static void start() {
        servers = EmbeddedServers.start(folder);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void commitsAreDurable() throws SQLException {
        try (Connection connection = connect()) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aCommittedRowOutlivesAKillOfTheDatabase() throws SQLException {
        // Given
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (value int)");
            statement.execute("INSERT INTO kept VALUES (42)");
        }

        // When
        servers.postgres().kill();
        servers.postgres().restart();

        // Then
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery("SELECT value FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void anAcknowledgedRecordOutlivesAKillOfTheBroker() throws Exception {
        // Given
        String topic = "cadwright.job.events";
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.kafkaBootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "job", "kept")).get();
        }

        // When
        servers.kafka().kill();
        servers.kafka().restart();

        // Then
        assertThat(firstRecord(new TopicPartition(topic, 0))).isEqualTo("kept");
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:" + servers.databaseUrl(), servers.databaseUser(), "something else"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    private static String firstRecord(TopicPartition partition) {
        Map<String, Object> options = Map.of(
                "bootstrap.servers", servers.kafkaBootstrap(), ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(options, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            for (int attempt = 0; attempt < 20; attempt++) {
                for (var entry : consumer.poll(Duration.ofSeconds(1))) {
                    return entry.value();
                }
            }
            return null;
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + servers.databaseUrl(), servers.databaseUser(), servers.databasePassword());
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("SHOW " + name)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
