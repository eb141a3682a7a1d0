package dev.cadwright.dataset.check;

/**
 * Something that is not as it should be.
 *
 * @param place a sample's id, or what else is at fault
 * @param code stable, for programs: {@code artifact_corrupt}, {@code missing_file}, {@code wrong_count} …
 */
public record Finding(String place, String code, String message) {}
