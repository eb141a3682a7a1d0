/** Measures training and decoding of Hugging Face models, beside PyTorch where there is one. */
package dev.cadwright.cli.local.bench.neural;
