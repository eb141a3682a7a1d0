/** Commands that work on files with the libraries alone: no service is needed. */
package dev.cadwright.cli.local;
