package dev.cadwright.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.sql.JobDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SqlWorkerStoreProperties {
    private static JobDatabase tables;
    private static SqlWorkerStore store;

    @BeforeContainer
    static void open() {
        tables = JobDatabase.create();
        // Nothing crashes here; durability is for the proofs.
        tables.execute("ALTER ROLE CURRENT_USER IN DATABASE %s SET synchronous_commit = off"
                .formatted(tables.url().substring(tables.url().lastIndexOf('/') + 1)));
        UuidV7 ids = new UuidV7(Clock.systemUTC(), new Random(5));
        store = new SqlWorkerStore(tables.database(), "test", Set.of("test.run"), ids, () -> {});
    }

    @AfterContainer
    static void close() {
        tables.close();
    }

    @Property(tries = 120)
    void everyInterleavingInPostgresIsWhatTheContractSays(@ForAll("interleavings") List<Interleaving.Step> steps) {
        tables.execute("TRUNCATE work, unit, outbox, inbox");
        new Interleaving(new SqlSubject(), WorkMachineProperties.ids(new Random(steps.hashCode()))).play(steps);
    }

    @Provide
    Arbitrary<List<Interleaving.Step>> interleavings() {
        return WorkMachineProperties.steps(40);
    }

    private static final class SqlSubject implements Interleaving.Subject {
        @Override
        public WorkerStore store() {
            return store;
        }

        @Override
        public void endLease(Attempt attempt) {
            run(
                    "UPDATE unit SET lease_until = '-infinity' WHERE state = 'RUNNING' AND id = $1 AND attempt = $2",
                    attempt.unit(),
                    attempt.number());
        }

        @Override
        public void passDeadline(UUID job) {
            run("UPDATE work SET deadline = '-infinity' WHERE id = $1", job);
        }

        private static void run(String sql, Object... parameters) {
            tables.database().run(t -> t.update(sql, parameters));
        }

        @Override
        public long lastSeq(UUID job) {
            return tables
                    .database()
                    .inTransaction(t -> t.list("SELECT seq FROM work WHERE id = $1", row -> row.getLong(0), job))
                    .stream()
                    .findFirst()
                    .orElse(0L);
        }

        @Override
        public List<String> events(UUID job) {
            record Event(String word, long seq) {}
            List<Event> events = tables.database()
                    .inTransaction(t ->
                            t.list("""
                            SELECT split_part(type, '.', 4) AS word, (data ->> 'seq')::bigint AS seq
                            FROM outbox WHERE key = $1 ORDER BY position
                            """, row -> new Event(row.getString("word"), row.getLong("seq")), job.toString()));
            assertThat(events)
                    .extracting(Event::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
            return events.stream()
                    .map(Event::word)
                    .filter(word -> !word.equals("progress"))
                    .toList();
        }

        @Override
        public List<String> state(UUID job) {
            List<String> state = new ArrayList<>();
            tables.database().run(t -> {
                state.addAll(t.list("SELECT state FROM work WHERE id = $1", row -> row.getString(0), job));
                state.addAll(t.list("""
                        SELECT concat_ws(' ', stage, index, state, attempt, failures, coalesce(checkpoint::text, 'none'))
                        FROM unit WHERE job_id = $1 ORDER BY id
                        """, row -> row.getString(0), job));
            });
            return state;
        }
    }
}
