/**
 * The command line. {@link dev.cadwright.cli.Cadwright} finds the command, {@link dev.cadwright.cli.CommandCatalogue}
 * lists them all, and each command is a class of its own that nothing loads before it is called: how long a command
 * takes to start depends on that command alone.
 *
 * <p>Results go to standard output, for people or ({@code --json}) as one JSON object a line; everything else goes to
 * standard error. {@link dev.cadwright.cli.ExitCode} lists what the status means.
 */
package dev.cadwright.cli;
