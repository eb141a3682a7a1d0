/** The project's own benchmarks, beside the usual tools in the same run where those are installed. */
package dev.cadwright.cli.local.bench;
