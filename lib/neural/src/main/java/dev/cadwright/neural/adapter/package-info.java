/**
 * Adapters in the folders of PEFT, both ways: low-rank adaptation (LoRA, Hu et al., 2021), its rank-stabilised form
 * (rsLoRA, Kalajdzievski, 2023) and its weight-decomposed form (DoRA, Liu et al., 2024), around any linear layer of a
 * {@link dev.cadwright.neural.model.Model}, quantised ones too.
 *
 * <ul>
 *   <li>{@link dev.cadwright.neural.adapter.Adapters#on} a model keeps several by name, of which some are active;
 *       {@link dev.cadwright.neural.adapter.Adapters#merge} adds these to the weights in memory and
 *       {@link dev.cadwright.neural.adapter.Adapters#unmerge} takes them off again, exactly.
 *   <li>{@link dev.cadwright.neural.adapter.Adapter#trainable} is what a trainer updates,
 *       {@link dev.cadwright.neural.adapter.Adapter#save} writes the folder.
 *   <li>{@link dev.cadwright.neural.adapter.MergedModel#save} writes a model with an adapter merged into it, a tensor
 *       at a time.
 * </ul>
 */
package dev.cadwright.neural.adapter;
