package dev.cadwright.gateway.program;

import dev.cadwright.gateway.problem.Fault;
import dev.cadwright.gateway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Refuses what a request to execute gives and what would not be followed. */
final class Inapplicable {
    private static final String ONE = "holds for jobs alone, and one program is answered at once";
    private static final String MANY = "is that of one program, and a job has many";

    private final List<Fault> faults = new ArrayList<>();

    private Inapplicable() {}

    /** @throws ProblemException that names each field */
    static void toOneProgram(ExecuteRequest request) {
        var refusal = new Inapplicable();
        refusal.add("/after", request.after(), ONE);
        refusal.add("/deadline", request.deadline(), ONE);
        refusal.add("/priority", request.priority(), ONE);
        refusal.add("/unitSize", request.unitSize(), ONE);
        refusal.raise();
    }

    /** @throws ProblemException that names each field */
    static void toFolders(ExecuteRequest request) {
        var refusal = new Inapplicable();
        refusal.add("/name", request.name(), MANY);
        refusal.add("/files", request.files(), "are found in the folder itself");
        refusal.raise();
    }

    /** @throws ProblemException that names each field */
    static void toDatasets(ExecuteRequest request) {
        var refusal = new Inapplicable();
        refusal.add("/name", request.name(), MANY);
        refusal.add("/files", request.files(), "are found in the dataset itself");
        refusal.add("/language", request.language(), "is known of each program of a dataset");
        refusal.raise();
    }

    private void add(String pointer, Object given, String why) {
        if (given != null) {
            faults.add(new Fault(pointer, "not_applicable", pointer.substring(1) + " " + why + ".", "Leave it out."));
        }
    }

    private void raise() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
