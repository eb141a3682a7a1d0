/**
 * Hugging Face folders: {@code config.json} in the styles of transformers 4 and 5, weights in one safetensors file or in
 * shards with an index, memory-mapped; and the same layout written back. Nothing is ever unpickled.
 *
 * <p>Start at {@link dev.cadwright.neural.checkpoint.Checkpoint#open} and
 * {@link dev.cadwright.neural.checkpoint.Configuration#ofFolder}.
 */
package dev.cadwright.neural.checkpoint;
