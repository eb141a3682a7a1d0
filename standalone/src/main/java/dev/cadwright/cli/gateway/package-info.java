/** The gateway as the command line sees it, and the commands about jobs. */
package dev.cadwright.cli.gateway;
