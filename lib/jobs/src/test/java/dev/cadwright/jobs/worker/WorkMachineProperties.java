package dev.cadwright.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.UuidV7;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorkMachineProperties {
    @Property(tries = 5000)
    void everyInterleavingIsWhatTheContractSays(@ForAll("interleavings") List<Interleaving.Step> steps) {
        List<UUID> ids = ids(new Random(steps.hashCode()));
        new Interleaving(new MemorySubject(), ids).play(steps);
    }

    static List<UUID> ids(Random random) {
        UuidV7 generator = new UuidV7(
                Clock.fixed(Instant.EPOCH.plusSeconds(random.nextInt(1_000_000_000)), ZoneOffset.UTC), random);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < Interleaving.JOBS; i++) {
            ids.add(generator.next());
        }
        return ids;
    }

    @Provide
    Arbitrary<List<Interleaving.Step>> interleavings() {
        return steps(60);
    }

    static Arbitrary<List<Interleaving.Step>> steps(int most) {
        Arbitrary<Interleaving.Action> actions = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(3, Interleaving.Action.RUN),
                net.jqwik.api.Tuple.of(1, Interleaving.Action.RUN_AGAIN),
                net.jqwik.api.Tuple.of(3, Interleaving.Action.RETRY),
                net.jqwik.api.Tuple.of(1, Interleaving.Action.CANCEL),
                net.jqwik.api.Tuple.of(4, Interleaving.Action.CLAIM),
                net.jqwik.api.Tuple.of(3, Interleaving.Action.CLAIM_ALL),
                net.jqwik.api.Tuple.of(2, Interleaving.Action.HEARTBEAT),
                net.jqwik.api.Tuple.of(2, Interleaving.Action.LEASE_ENDS),
                net.jqwik.api.Tuple.of(2, Interleaving.Action.SCAN),
                net.jqwik.api.Tuple.of(8, Interleaving.Action.SUCCEED),
                net.jqwik.api.Tuple.of(2, Interleaving.Action.FAIL_FOR_NOW),
                net.jqwik.api.Tuple.of(1, Interleaving.Action.FAIL_FOR_GOOD),
                net.jqwik.api.Tuple.of(1, Interleaving.Action.STOP),
                net.jqwik.api.Tuple.of(2, Interleaving.Action.CHECKPOINT),
                net.jqwik.api.Tuple.of(1, Interleaving.Action.PROGRESS),
                net.jqwik.api.Tuple.of(1, Interleaving.Action.START),
                net.jqwik.api.Tuple.of(1, Interleaving.Action.DEADLINE));
        Arbitrary<Integer> choices = Arbitraries.integers().between(0, 41).withoutEdgeCases();
        return Combinators.combine(actions, choices)
                .as(Interleaving.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most);
    }

    private static final class MemorySubject implements Interleaving.Subject {
        private final MemoryWorkerStore store = new MemoryWorkerStore(Set.of("test.run"));

        @Override
        public WorkerStore store() {
            return store;
        }

        @Override
        public void endLease(Attempt attempt) {
            MemoryWorkerStore.Unit unit = store.units.get((int) attempt.unit());
            unit.expired |= unit.status.attempt() == attempt.number();
        }

        @Override
        public void passDeadline(UUID job) {
            store.late.clear();
            store.late.add(job);
        }

        @Override
        public long lastSeq(UUID job) {
            return store.work.containsKey(job) ? store.work.get(job).seq() : 0;
        }

        @Override
        public List<String> events(UUID job) {
            assertThat(store.work.get(job).seq())
                    .isEqualTo(store.changes.get(job).size());
            return store.changes.get(job).stream().map(JobChange::word).toList();
        }

        @Override
        public List<String> state(UUID job) {
            List<String> state =
                    new ArrayList<>(List.of(store.work.get(job).state().name()));
            store.units.stream().filter(unit -> unit.job.equals(job)).forEach(unit -> {
                UnitStatus s = unit.status;
                state.add(String.join(
                        " ",
                        s.stage().name(),
                        Integer.toString(s.index()),
                        s.state().name(),
                        Integer.toString(s.attempt()),
                        Integer.toString(s.failures()),
                        unit.checkpoint.map(Object::toString).orElse("none")));
            });
            return state;
        }
    }
}
