/** The commands about the suite on this machine and about the installation itself. */
package dev.cadwright.cli.suite;
