/** What the files of a model say of it, without loading it. */
package dev.cadwright.hub.describe;
