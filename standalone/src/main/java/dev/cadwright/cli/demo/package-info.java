/** The demonstration: the whole suite once, through the gateway's REST API alone. */
package dev.cadwright.cli.demo;
