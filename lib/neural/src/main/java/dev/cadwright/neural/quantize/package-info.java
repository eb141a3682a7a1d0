/**
 * Weights in eight and four bits: int8 by rows (the layout of LLM.int8, Dettmers et al., 2022) and NF4 in blocks with
 * double quantisation (QLoRA, Dettmers et al., 2023), in the layout and with the numbers of bitsandbytes.
 *
 * <ul>
 *   <li>{@link dev.cadwright.neural.quantize.QuantizedModels#load} reads any folder of a model, quantised or not, and
 *       quantises on the way if it is asked to: a layer at a time, so that full weights never exist together.
 *   <li>{@link dev.cadwright.neural.quantize.QuantizedModels#save} writes the folder that transformers reads with
 *       bitsandbytes.
 *   <li>The layers multiply with the weight in the type of computing, restored for the one product; gradients go through
 *       to the input, so adapters train on top. With gradients recorded, libtorch keeps a restored weight until the
 *       backward pass has used it: recompute layers (gradient checkpointing) to have one at a time.
 * </ul>
 */
package dev.cadwright.neural.quantize;
