package dev.cadwright.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.sql.JobDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final UuidV7 IDS = new UuidV7(Clock.systemUTC(), new Random(2));
    private static JobDatabase tables;

    private final FakeTransport transport = new FakeTransport();
    private final List<Relay> relays = new ArrayList<>();

    /** Keeps what was sent; some topics hang or are gone, some keys are refused. */
    private static final class FakeTransport implements Transport {
        final List<String> sent = new CopyOnWriteArrayList<>();
        final Set<String> gone = ConcurrentHashMap.newKeySet();
        final Set<String> hanging = ConcurrentHashMap.newKeySet();
        final Set<String> refused = ConcurrentHashMap.newKeySet();
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void send(OutboxMessage message) {
            if (hanging.contains(message.topic())) {
                hang();
            }
            if (gone.contains(message.topic())) {
                throw new UnavailableException("gone", null);
            }
            if (refused.contains(message.key())) {
                throw new RefusedException("no", null);
            }
            sent.add(message.key() + " " + message.type());
        }

        private void hang() {
            try {
                boolean unused = released.await(5, TimeUnit.SECONDS);
                throw new UnavailableException("hung", null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnavailableException("interrupted", e);
            }
        }

        @Override
        public void close() {
            released.countDown();
        }
    }

    @BeforeAll
    static void open() {
        tables = JobDatabase.create();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @BeforeEach
    void clear() {
        tables.execute("TRUNCATE outbox");
    }

    @AfterEach
    void stop() {
        relays.forEach(Relay::close);
        transport.close();
    }

    @Test
    void messagesOfAKeyLeaveInOrderOverTopicsAndReplicas() {
        // Given
        List<OutboxMessage> messages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (String key : List.of("a", "b", "c")) {
                messages.add(message(i % 2 == 0 ? "events" : "commands", key, Integer.toString(i)));
            }
        }
        add(messages);

        // When
        relay();
        relay();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> left() == 0);
        assertThat(transport.sent).hasSize(60);
        for (String key : List.of("a", "b", "c")) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                expected.add(key + " " + i);
            }
            assertThat(transport.sent).filteredOn(sent -> sent.startsWith(key)).isEqualTo(expected);
        }
    }

    @Test
    void aTopicThatHangsDelaysNoOtherAndCatchesUpLater() {
        // Given
        transport.hanging.add("dead");
        List<OutboxMessage> messages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            messages.add(message("dead", "dead-" + i, "x"));
        }
        messages.add(message("alive", "first", "x"));
        add(messages);

        // When
        relay();

        // Then
        await().atMost(Duration.ofSeconds(2)).until(() -> transport.sent.contains("first x"));
        add(List.of(message("alive", "second", "x")));
        await().atMost(Duration.ofSeconds(2)).until(() -> transport.sent.contains("second x"));

        // When
        transport.hanging.clear();
        transport.released.countDown();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> left() == 0);
        assertThat(transport.sent).hasSize(52);
    }

    @Test
    void aTopicThatIsGoneIsProbedWithSingleMessages() {
        // Given
        transport.gone.add("dead");
        add(List.of(message("dead", "a", "1"), message("dead", "a", "2"), message("alive", "a", "3")));
        add(List.of(message("dead", "b", "1"), message("alive", "c", "1")));

        // When
        relay();

        // Then nothing overtakes within a key
        await().atMost(Duration.ofSeconds(5)).until(() -> transport.sent.contains("c 1"));
        assertThat(transport.sent).containsExactly("c 1");

        // When
        transport.gone.clear();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> left() == 0);
        assertThat(transport.sent).filteredOn(sent -> sent.startsWith("a")).containsExactly("a 1", "a 2", "a 3");
    }

    @Test
    void aMessageThatIsRefusedHoldsUpItsKeyOnly() {
        // Given
        transport.refused.add("bad");
        add(List.of(message("events", "bad", "1"), message("events", "good", "1"), message("events", "good", "2")));

        // When
        relay();

        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> left() == 1);
        assertThat(transport.sent).containsExactly("good 1", "good 2");
        await().untilAsserted(() ->
                assertThat(tables.value("SELECT last_error FROM outbox")).isEqualTo("no"));
    }

    @Test
    void stoppingIsQuickHoweverDeadTheDestinationAndNothingIsLost() {
        // Given
        transport.hanging.add("dead");
        add(List.of(message("dead", "a", "1")));
        Relay relay = relay();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !tables.value("SELECT attempts FROM outbox").equals("0"));

        // When
        Instant begun = Instant.now();
        relay.close();

        // Then
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        transport.hanging.clear();
        relay();
        await().atMost(Duration.ofSeconds(5)).until(() -> left() == 0);
        assertThat(transport.sent).containsExactly("a 1");
    }

    @Test
    void whatADeadRelayHadTakenIsSentByAnother() {
        // Given
        Outbox outbox = new Outbox(tables.database());
        add(List.of(message("events", "a", "1"), message("events", "a", "2")));
        assertThat(outbox.take(10, Duration.ofMillis(300), Set.of())).hasSize(1);
        assertThat(outbox.take(10, Duration.ofMillis(300), Set.of())).isEmpty();

        // When
        relay();

        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> left() == 0);
        assertThat(transport.sent).containsExactly("a 1", "a 2");
    }

    @Test
    void theBacklogTellsHowLongTheOldestMessageWaits() {
        // Given
        Outbox outbox = new Outbox(tables.database());
        assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(0, Duration.ZERO));

        // When
        add(List.of(message("events", "a", "1"), message("events", "b", "1")));

        // Then
        assertThat(outbox.backlog().messages()).isEqualTo(2);
        assertThat(outbox.backlog().oldest()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    private Relay relay() {
        Relay relay = new Relay(new Outbox(tables.database()), transport);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private static void add(List<OutboxMessage> messages) {
        tables.database().run(t -> Outbox.add(t, messages));
    }

    private static int left() {
        return Integer.parseInt(tables.value("SELECT count(*) FROM outbox"));
    }

    private static OutboxMessage message(String topic, String key, String type) {
        return new OutboxMessage(
                IDS.next(), topic, key, type, "/cadwright/test", "x.v1", "acme", Optional.empty(), Instant.now(), "{}");
    }
}
