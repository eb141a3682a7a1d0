package dev.cadwright.standalone;

import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the events of all jobs from Kafka itself, as any subscriber may. */
final class EventTopic {
    /** One record: {@code id} is the CloudEvent's, the same each time an event is delivered. */
    record Delivery(String id, JobEvent event) {}

    private EventTopic() {}

    /** All records that the topic holds now, by job, in the order of their partition. */
    static Map<UUID, List<Delivery>> read(String bootstrap) throws IOException {
        Map<UUID, List<Delivery>> deliveries = new LinkedHashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.JOB_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    deliveries
                            .computeIfAbsent(UUID.fromString(message.key()), job -> new ArrayList<>())
                            .add(delivery(message));
                }
            }
        }
        return deliveries;
    }

    private static Delivery delivery(ConsumerRecord<String, byte[]> message) throws IOException {
        String id = new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
        return new Delivery(id, ContractJson.mapper().readValue(message.value(), JobEvent.class));
    }
}
