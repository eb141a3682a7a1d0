package dev.cadwright.neural.train;

import dev.cadwright.neural.parallel.Collective;
import dev.cadwright.neural.parallel.Member;
import dev.cadwright.neural.parallel.Ring;
import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of one training. The first is the one that was started; it starts the others with the same arguments and
 * its own environment, and they end with it: their standard input and their ring break off.
 */
final class TrainingTeam implements AutoCloseable {
    private final List<ChildJvm> others = new ArrayList<>();
    private final Collective collective;

    private TrainingTeam(int processes, String... arguments) {
        try {
            Path meeting = Files.createTempDirectory("cadwright-team");
            for (int rank = 1; rank < processes; rank++) {
                ChildOptions options = ChildOptions.defaults()
                        .withHeap(Runtime.getRuntime().maxMemory() / (1 << 20) + "m")
                        .withEnvironment(new Member(rank, processes, meeting).environment());
                ChildJvm child = ChildJvm.start(options, TrainingMain.class, arguments);
                others.add(child);
                Thread.ofPlatform().daemon().name("member-" + rank).start(() -> relay(child));
            }
            this.collective = Ring.join(new Member(0, processes, meeting));
            // All have met; nothing is left behind, however the training ends.
            collective.sum(1);
            Files.delete(meeting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            others.forEach(ChildJvm::kill);
            throw e;
        }
    }

    private TrainingTeam(Collective collective) {
        this.collective = collective;
        collective.sum(1);
    }

    /** @param arguments of this process, for the others */
    static TrainingTeam of(Optional<Member> place, int processes, String... arguments) {
        if (place.isPresent()) {
            return new TrainingTeam(Ring.join(place.get()));
        }
        return processes == 1 ? new TrainingTeam(Collective.ALONE) : new TrainingTeam(processes, arguments);
    }

    Collective collective() {
        return collective;
    }

    /** Members have nothing to say but why they failed; it belongs into this process's log. */
    private static void relay(ChildJvm child) {
        for (String line = child.readLine(); line != null; line = child.readLine()) {
            System.err.println(line);
        }
        try {
            System.err.println(child.await().log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        collective.close();
        others.forEach(ChildJvm::close);
    }
}
