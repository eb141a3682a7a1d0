/** What every command uses: where its output goes, how it ends, tables, progress, and amounts for people. */
package dev.cadwright.cli.terminal;
