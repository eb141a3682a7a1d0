/**
 * Models of Hugging Face folders, with the numbers of transformers: families by {@code model_type}, each one file.
 *
 * <ul>
 *   <li>{@link dev.cadwright.neural.model.ModelLoader#load} reads a folder; a
 *       {@link dev.cadwright.neural.model.CausalModel} is a decoder, alone or with encoders of images and points; an
 *       {@link dev.cadwright.neural.model.EncoderDecoderModel} and a {@link dev.cadwright.neural.model.VisionModel} are
 *       the others.
 *   <li>{@link dev.cadwright.neural.model.Modules} of a model names its parameters and linear layers by the dotted names
 *       of the checkpoint. {@link dev.cadwright.neural.model.Modules#replace} puts something else where a linear layer
 *       was: an adapter around it, quantised weights instead of it. Nothing in a family changes for that.
 *   <li>{@link dev.cadwright.neural.model.LinearFactory} of the {@link dev.cadwright.neural.model.LoadOptions} is asked
 *       first for each linear layer while a checkpoint is read, so that weights quantised in the file, or on the way,
 *       never exist in full.
 *   <li>{@link dev.cadwright.neural.model.KeyValueCache} is a parameter of the forward pass;
 *       {@link dev.cadwright.neural.model.PreallocatedCache} is the plain one.
 *   <li>{@link dev.cadwright.neural.model.ModelWriter#save} writes the folder back.
 * </ul>
 *
 * <p>Models are immutable but for what {@code replace} and a trainer's updates in place change; a forward pass may run on
 * several threads, each with its own input manager and cache. Results belong to the manager of the input's arrays.
 */
package dev.cadwright.neural.model;
