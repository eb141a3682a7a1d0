/** Models measured against each other and the bounding box, without any service. */
package dev.cadwright.cli.local.benchmark;
