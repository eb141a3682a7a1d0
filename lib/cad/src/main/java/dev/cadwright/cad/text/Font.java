package dev.cadwright.cad.text;

import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.LoopNesting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.GlyphDescription;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font of the class path at the size at which OCCT measures text: 72 points at 4,800 dots per inch, lengths in
 * dots (a quadrat is {@value #DOTS_PER_EM} of them). Nothing is hinted. Safe for use by several threads.
 */
final class Font {
    static final int DOTS_PER_EM = 4800;
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final KerningSubtable kerning;
    private final float dotsPerUnit;

    private Font(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        KerningTable table = font.getKerning();
        this.kerning = table == null ? null : table.getHorizontalKerningSubtable();
        this.dotsPerUnit = (float) DOTS_PER_EM / font.getUnitsPerEm();
    }

    static Font of(FontFamily family, FontStyle style) {
        return LOADED.computeIfAbsent(family.file(style), Font::load);
    }

    private static Font load(String file) {
        try (InputStream bytes = Font.class.getResourceAsStream(FOLDER + file)) {
            if (bytes == null) {
                throw new IllegalStateException("the font " + file + " is not on the class path");
            }
            return new Font(new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " cannot be read", e);
        }
    }

    /** From the baseline up. */
    float ascender() {
        return read(() -> font.getHorizontalHeader().getAscender()) * dotsPerUnit;
    }

    /** From baseline to baseline. */
    float lineSpacing() {
        return read(() -> font.getHorizontalHeader().getAscender()
                        - font.getHorizontalHeader().getDescender()
                        + font.getHorizontalHeader().getLineGap())
                * dotsPerUnit;
    }

    /** How far the pen moves over a character. @param next the character after it, or 0 */
    float advance(int character, int next) {
        int glyph = characters.getGlyphId(character);
        return read(() -> font.getAdvanceWidth(glyph) + kerning(glyph, next)) * dotsPerUnit;
    }

    private int kerning(int glyph, int next) {
        int nextGlyph = next == 0 ? 0 : characters.getGlyphId(next);
        return kerning == null || glyph == 0 || nextGlyph == 0 ? 0 : kerning.getKerning(glyph, nextGlyph);
    }

    /**
     * The faces of a character around its place on the baseline; the font's sign for "missing" where it has none.
     *
     * @param size of the quadrat
     */
    List<Profile> outline(int character, double size) {
        double scale = size / DOTS_PER_EM * dotsPerUnit;
        return glyph(character)
                .map(glyph -> LoopNesting.profiles(GlyphLoops.of(glyph, scale)))
                .orElse(List.of());
    }

    /** How many points the outline of a character has. */
    int points(int character) {
        return glyph(character).map(GlyphDescription::getPointCount).orElse(0);
    }

    private Optional<GlyphDescription> glyph(int character) {
        return Optional.ofNullable(read(() -> font.getGlyph().getGlyph(characters.getGlyphId(character))))
                .map(GlyphData::getDescription);
    }

    /** The parser reads glyphs when they are first asked for, from one place in the file. */
    private synchronized <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
