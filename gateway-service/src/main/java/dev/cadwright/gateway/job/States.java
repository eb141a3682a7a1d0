package dev.cadwright.gateway.job;

import dev.cadwright.contracts.JobState;
import java.util.Locale;

/** Words for states. */
public final class States {
    private States() {}

    /** The state in the middle of a sentence. */
    public static String word(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
