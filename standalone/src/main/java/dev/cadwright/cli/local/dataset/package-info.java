/** The data pipeline on a folder, without any service. */
package dev.cadwright.cli.local.dataset;
