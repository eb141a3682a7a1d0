/** Turns constructions into shape expressions, which the kernel executes. */
package dev.cadwright.cad.lower;
