/** Builds datasets, writes their conversations and exports them. */
package dev.cadwright.service.dataset;
