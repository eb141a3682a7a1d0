/**
 * Writes text with a model: one forward pass a token for all rows of a batch, over a cache.
 *
 * <ul>
 *   <li>{@link dev.cadwright.neural.decoding.BatchDecoder} writes one token a step for every row that is not finished, so
 *       that whoever drives it streams, stops a row or cancels between any two tokens. Rows may share a prompt.
 *   <li>{@link dev.cadwright.neural.decoding.Sampling} says how a token is chosen, {@link
 *       dev.cadwright.neural.decoding.TokenMask} which ones may be.
 *   <li>{@link dev.cadwright.neural.decoding.BeamSearch} looks for the likeliest text instead.
 *   <li>{@link dev.cadwright.neural.decoding.TextGenerator} does the same from text to text, with stop strings.
 * </ul>
 */
package dev.cadwright.neural.decoding;
