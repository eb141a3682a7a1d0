package dev.cadwright.service.render;

import java.util.Map;

/** The output of {@code render.views}. */
record RenderOutput(String manifest, long images, Map<String, Integer> skipped) {}
