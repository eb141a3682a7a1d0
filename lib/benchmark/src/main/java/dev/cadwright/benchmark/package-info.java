/** Scores what models wrote for the samples of a dataset, and sums it up. */
package dev.cadwright.benchmark;
