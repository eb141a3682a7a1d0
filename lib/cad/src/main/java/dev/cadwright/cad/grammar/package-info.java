/**
 * Grammars as data. A language describes itself once, from the tables that its reader uses; printers turn that into the
 * forms that decoders take, and the recogniser and the generator check that it is true.
 */
package dev.cadwright.cad.grammar;
