package dev.cadwright.jobs.worker;

import java.util.UUID;

/**
 * One claim of one unit: what every later write is fenced by.
 *
 * @param number claims of the unit so far, this one included
 */
public record Attempt(long unit, UUID job, int number) {}
