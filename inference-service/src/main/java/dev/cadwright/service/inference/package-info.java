/** Writes programs for the shapes of a dataset with trained models, and executes them. */
package dev.cadwright.service.inference;
