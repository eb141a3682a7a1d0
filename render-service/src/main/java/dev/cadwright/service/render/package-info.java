/** Renders views of a dataset's shapes. */
package dev.cadwright.service.render;
