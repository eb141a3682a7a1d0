/** Executes programs of every language, whichever kernel each of them needs. */
package dev.cadwright.kernel.program;
