/** Models in folders and of a hub: pulled, pushed, described. */
package dev.cadwright.cli.local.model;
