package dev.cadwright.dataset.build;

import java.util.List;

/** Is told how a build goes on. */
public interface BuildListener {
    /** From any of the threads that build: so many shapes have been done, those of kept units included. */
    void progressed(int shapes);

    /** Unit by unit, in the order of the sources. */
    void unitDone(UnitRange unit, List<ShapeOutcome> outcomes);
}
