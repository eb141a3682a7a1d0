/** From points to programs: what a model is given, and what becomes of what it wrote. */
package dev.cadwright.inference;
