package dev.cadwright.neural.completion;

/**
 * What a loaded model can be asked.
 *
 * @param family its {@code model_type}
 * @param points how many a cloud must have; 0 where it reads none
 * @param sees whether it reads pictures
 * @param text whether it has a tokenizer
 * @param converses whether it has a chat template
 */
public record ModelAbilities(String family, int points, boolean sees, boolean text, boolean converses) {}
