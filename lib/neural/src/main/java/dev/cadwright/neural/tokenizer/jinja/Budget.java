package dev.cadwright.neural.tokenizer.jinja;

/** What one rendering may cost. Templates come from strangers, and a few lines can ask for endless work. */
final class Budget {
    private static final long STEPS = 2_000_000;
    private static final int LONGEST_TEXT = 1 << 22;
    private static final int DEEPEST = 64;
    /** As Jinja's sandbox bounds its ranges. */
    private static final long LARGEST_RANGE = 100_000;

    private static final int ITEMS_A_STEP = 8;
    private static final int CHARACTERS_A_STEP = 32;

    private long steps;
    private int depth;

    void step() {
        spend(1);
    }

    /** Before a list is walked or made. */
    void items(long count) {
        spend(1 + count / ITEMS_A_STEP);
    }

    /** Before a text is walked or made. */
    void text(long length) {
        grown(length);
        spend(1 + length / CHARACTERS_A_STEP);
    }

    /** While a text grows that was paid for otherwise. */
    void grown(long length) {
        if (length > LONGEST_TEXT) {
            throw TemplateException.exhausted("a text grew beyond " + LONGEST_TEXT + " characters");
        }
    }

    void range(long count) {
        if (count > LARGEST_RANGE) {
            throw TemplateException.exhausted("a range of more than " + LARGEST_RANGE + " numbers");
        }
        items(count);
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw TemplateException.exhausted("calls are nested too deeply");
        }
    }

    void leave() {
        depth--;
    }

    private void spend(long count) {
        steps += count;
        if (steps > STEPS) {
            throw TemplateException.exhausted("the template needs more than " + STEPS + " steps");
        }
    }
}
