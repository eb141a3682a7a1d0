package dev.cadwright.jobs.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends messages to Kafka as CloudEvents 1.0 in binary mode. */
public final class KafkaTransport implements Transport {
    private static final Duration METADATA_LIMIT = Duration.ofSeconds(3);
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(5);
    private static final String SCHEMAS = "https://cadwright.dev/schema/";

    private final Producer<String, byte[]> producer;

    /** @param settings of the Kafka client, at least {@code bootstrap.servers}; what bounds a send is set here */
    public KafkaTransport(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) METADATA_LIMIT.toMillis());
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_LIMIT.toMillis());
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 20);
        all.keySet().removeAll(java.util.List.of("key.serializer", "value.serializer"));
        this.producer = new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void send(OutboxMessage message) {
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter(message.topic(), message.key())
                .writeBinary(cloudEvent(message));
        try {
            producer.send(record).get(DELIVERY_LIMIT.toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw new UnavailableException("no acknowledgement in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while sending", e);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    static CloudEvent cloudEvent(OutboxMessage message) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(message.id().toString())
                .withSource(URI.create(message.source()))
                .withType(message.type())
                .withSubject(message.key())
                .withTime(message.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withDataSchema(URI.create(SCHEMAS + message.schema() + ".json"))
                .withExtension("tenant", message.tenant())
                .withData(message.data().getBytes(StandardCharsets.UTF_8));
        message.traceId().ifPresent(id -> event.withExtension("traceid", id));
        return event.build();
    }

    private static RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case RecordTooLargeException e -> new RefusedException("too large for the topic", e);
            case SerializationException e -> new RefusedException("not a valid record", e);
            case InvalidTopicException e -> new UnavailableException("not the name of a topic", e);
            default -> new UnavailableException(String.valueOf(cause.getMessage()), cause);
        };
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
