/** One forward pass of a model in a process of its own: tensors of a file in, tensors of a file out. */
package dev.cadwright.neural.forward;
