/**
 * Letters as shapes: fonts, the lines that text is set in, and the faces of its glyphs, as OCCT's text builder
 * ({@code StdPrs_BRepTextBuilder}) makes them.
 */
package dev.cadwright.cad.text;
