/**
 * Our own compiled kernels of decoding, in a small library that {@code ./cadwright setup} builds of {@code
 * lib/neural/native}: products of weights, as checkpoints and quantisation hold them, with a few rows of inputs, and one
 * step of a whole decoder in one call. Nothing needs them; where the library is absent, libtorch does the work.
 */
package dev.cadwright.neural.kernels;
