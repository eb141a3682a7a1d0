package dev.cadwright.jobs.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.contracts.Topics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class RealServersTest {
    @Test
    void databasesOfTwoTestsAreSeparateAndCommitsAreDurable() throws Exception {
        // Given
        RealServers servers = RealServers.shared();
        RealServers.TestDatabase first = servers.newDatabase();
        RealServers.TestDatabase second = servers.newDatabase();

        // When
        try (Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE only_here(id int)");
        }

        // Then
        assertThat(value(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'"))
                .isEqualTo("0");
        assertThat(value(first, "SHOW fsync")).isEqualTo("on");
        assertThat(value(first, "SHOW synchronous_commit")).isEqualTo("on");
    }

    @Test
    void allTopicsOfTheSuiteExist() throws Exception {
        // Given
        String bootstrap = RealServers.shared().kafkaBootstrap();

        // When
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            // Then
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).containsAll(Topics.all());
        }
    }

    private static String value(RealServers.TestDatabase database, String query) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
