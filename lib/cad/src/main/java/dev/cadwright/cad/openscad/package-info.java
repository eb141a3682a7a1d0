/**
 * The OpenSCAD language (2021.01 to the development builds of 2025): text to tree and back, and what can be said of a
 * program without running it. Execution belongs to the kernel.
 */
package dev.cadwright.cad.openscad;
