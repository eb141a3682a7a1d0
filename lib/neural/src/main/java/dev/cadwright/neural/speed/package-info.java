/** Measures training and decoding with models of random weights, in a child process, for {@code ./cadwright bench}. */
package dev.cadwright.neural.speed;
