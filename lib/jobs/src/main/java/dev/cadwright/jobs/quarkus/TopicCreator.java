package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the topics of this service that are missing, with the broker's default replication. It tries until the
 * broker answers, beside the start of the application.
 */
@ApplicationScoped
class TopicCreator {
    private static final Logger LOG = Logger.getLogger(TopicCreator.class);
    private static final long RETRY_MILLIS = 2000;

    private final Map<String, Object> settings;
    private final JobsConfig config;
    private volatile Thread thread;

    TopicCreator(@Identifier("default-kafka-broker") Map<String, Object> settings, JobsConfig config) {
        this.settings = settings;
        this.config = config;
    }

    void start(@Observes @Priority(50) StartupEvent event) {
        if (config.topics().create()) {
            thread = Thread.ofPlatform().daemon().name("topic-creator").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!created()) {
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The application stops.
        }
    }

    private boolean created() throws InterruptedException {
        Map<String, Object> client = new HashMap<>(settings);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(client)) {
            List<NewTopic> missing = new ArrayList<>();
            var existing = admin.listTopics().names().get(15, TimeUnit.SECONDS);
            topics().stream()
                    .filter(topic -> !existing.contains(topic))
                    .forEach(topic -> missing.add(
                            new NewTopic(topic, Optional.of(config.topics().partitions()), Optional.empty())));
            admin.createTopics(missing).all().get(15, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false; // Another service was faster with one of them; look again.
            }
            LOG.warnf("cannot create topics: %s", e.getCause().getMessage());
            return false;
        } catch (TimeoutException | KafkaException e) {
            LOG.warnf("cannot create topics: %s", e.getMessage());
            return false;
        }
    }

    private List<String> topics() {
        List<String> topics = new ArrayList<>(List.of(Topics.JOB_EVENTS));
        if (config.gateway().enabled()) {
            topics.add(Topics.deadLetters(Topics.JOB_EVENTS));
            Topics.SERVICES.forEach(service -> topics.add(Topics.commands(service)));
        }
        if (config.worker().enabled()) {
            topics.add(Topics.commands(config.service()));
            topics.add(Topics.deadLetters(Topics.commands(config.service())));
        }
        return topics;
    }
}
