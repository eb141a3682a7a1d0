/** Models rewritten in a process of its own: an adapter merged into one, or its weights quantised. */
package dev.cadwright.neural.rewrite;
