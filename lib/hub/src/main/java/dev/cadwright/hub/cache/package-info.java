/**
 * The folder that the Hugging Face hub's own libraries keep models in: blobs by their checksums, snapshots of links by
 * commit, references by branch and tag. What they have put there is found, and they find what is put there.
 */
package dev.cadwright.hub.cache;
