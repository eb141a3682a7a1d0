package dev.cadwright.jobs.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the contract says about one job, as plainly as possible and without {@link WorkMachine}: words and numbers that a
 * store is compared with.
 */
final class WorkModel {
    static final class Part {
        final String stage;
        final int index;
        String state = "READY";
        int attempt;
        int failures;
        boolean leaseIsOver;
        String checkpoint = "none";

        Part(String stage, int index) {
            this.stage = stage;
            this.index = index;
        }

        @Override
        public String toString() {
            return stage + index + " " + state + " attempt " + attempt + " failures " + failures;
        }
    }

    final int maxAttempts;
    final List<Part> parts = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    String state = "NONE";
    int round;
    boolean cancelling;
    boolean late;

    WorkModel(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    boolean isOver() {
        return state.equals("SUCCEEDED") || state.equals("FAILED") || state.equals("CANCELLED");
    }

    void run(int newRound) {
        if (newRound <= round) {
            return;
        }
        round = newRound;
        state = "QUEUED";
        cancelling = false;
        late = false;
        if (parts.isEmpty()) {
            parts.add(new Part("PLAN", 0));
        }
        for (Part part : parts) {
            if (!part.state.equals("SUCCEEDED")) {
                part.state = "READY";
                part.failures = 0;
            }
        }
    }

    void cancel(int ofRound) {
        if (ofRound < round || ofRound == round && (isOver() || cancelling)) {
            return;
        }
        boolean isUnseen = ofRound > round;
        round = ofRound;
        if (isUnseen || !anyRuns()) {
            end("CANCELLED", "cancelled");
        } else {
            cancelling = true;
            events.add("cancelling");
            dropReady();
        }
    }

    Part claim(Part part) {
        part.state = "RUNNING";
        part.attempt++;
        part.leaseIsOver = false;
        return part;
    }

    Optional<Part> owned(int position, int attempt) {
        Part part = parts.get(position);
        boolean isOwned = part.state.equals("RUNNING") && part.attempt == attempt && !part.leaseIsOver;
        return isOwned ? Optional.of(part) : Optional.empty();
    }

    void start() {
        if (state.equals("QUEUED") && !cancelling) {
            state = "RUNNING";
            events.add("started");
        }
    }

    void succeed(Part part, int planned) {
        if (stopInstead(part)) {
            return;
        }
        part.state = "SUCCEEDED";
        switch (part.stage) {
            case "PLAN" -> {
                for (int i = 0; i < planned; i++) {
                    parts.add(new Part("WORK", i));
                }
                if (planned == 0) {
                    parts.add(new Part("FINISH", 0));
                }
            }
            case "WORK" -> {
                if (parts.stream().filter(p -> p.stage.equals("WORK")).allMatch(p -> p.state.equals("SUCCEEDED"))) {
                    parts.add(new Part("FINISH", 0));
                }
            }
            default -> end("SUCCEEDED", "succeeded");
        }
    }

    void fail(Part part, boolean mayBeRetried) {
        if (stopInstead(part)) {
            return;
        }
        part.failures++;
        if (mayBeRetried && part.failures < maxAttempts) {
            part.state = "READY";
            events.add("retrying");
        } else {
            part.state = "FAILED";
            end("FAILED", "failed");
        }
    }

    void stop(Part part) {
        if (!stopInstead(part)) {
            part.state = "READY";
        }
    }

    void passDeadline() {
        if (late && !isOver() && !cancelling) {
            end("FAILED", "failed");
        }
    }

    private boolean stopInstead(Part part) {
        if (!isOver() && !cancelling) {
            return false;
        }
        part.state = "CANCELLED";
        if (!isOver() && !anyRuns()) {
            end("CANCELLED", "cancelled");
        }
        return true;
    }

    private void end(String newState, String event) {
        state = newState;
        events.add(event);
        dropReady();
    }

    private void dropReady() {
        parts.stream().filter(part -> part.state.equals("READY")).forEach(part -> part.state = "CANCELLED");
    }

    boolean anyRuns() {
        return parts.stream().anyMatch(part -> part.state.equals("RUNNING"));
    }
}
