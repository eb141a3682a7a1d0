/** Prints constructions in languages that are executed, not parsed to constructions: CadQuery and OpenSCAD. */
package dev.cadwright.cad.transpile;
