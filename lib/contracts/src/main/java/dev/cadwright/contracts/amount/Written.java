package dev.cadwright.contracts.amount;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number with a unit behind it, in the smallest unit. */
final class Written {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?) ?([a-z]*)");

    private Written() {}

    /** @param units how many of the smallest unit each is, in lower case; the empty one where a bare number may stand */
    static OptionalDouble parse(String text, Map<String, Double> units) {
        Matcher match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches() || !units.containsKey(match.group(2))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(match.group(1)) * units.get(match.group(2)));
    }
}
