/** Trains models, each attempt in a process of its own. */
package dev.cadwright.service.training;
