/** Data-parallel training: several processes, each with a part of every batch, that sum their gradients. */
package dev.cadwright.neural.parallel;
