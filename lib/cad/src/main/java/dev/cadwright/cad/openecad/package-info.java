/**
 * The Python calls of OpenECAD (Yuan, Shi and Huang, 2024): sketch planes, curves, loops, profiles and extrudes in
 * straight-line programs. They are read, never executed by Python.
 */
package dev.cadwright.cad.openecad;
