/** Executes OpenSCAD programs in a pool of workers that see nothing but the files they are given. */
package dev.cadwright.kernel.openscad;
