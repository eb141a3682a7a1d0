/** Pulls models from a hub into the artifact store, and keeps a record of how far each file has come. */
package dev.cadwright.service.inference.download;
