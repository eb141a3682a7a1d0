/** Tokenizers: training, encoding and decoding. */
package dev.cadwright.cli.local.tokenizer;
