/**
 * Text of Hugging Face models, written by a process of its own: prompts of text, points and pictures in, texts and their
 * tokens out.
 *
 * <ul>
 *   <li>{@link dev.cadwright.neural.completion.CompletionProcess} starts the process and speaks to it by lines.
 *   <li>{@link dev.cadwright.neural.completion.Prompt} is what a person asks; {@link
 *       dev.cadwright.neural.completion.CompletionSettings} how the answer is to be written.
 * </ul>
 */
package dev.cadwright.neural.completion;
