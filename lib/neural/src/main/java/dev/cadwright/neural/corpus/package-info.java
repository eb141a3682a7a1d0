/** What texts a model learns from: read, written as the model reads them, with the part that is learnt. */
package dev.cadwright.neural.corpus;
