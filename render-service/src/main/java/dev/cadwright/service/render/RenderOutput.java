package dev.cadwright.service.render;

/** The output of {@code render.views}. */
record RenderOutput(String manifest, long images) {}
