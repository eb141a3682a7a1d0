/** Programs written by a model for shapes and point clouds, without any service. */
package dev.cadwright.cli.local.generate;
