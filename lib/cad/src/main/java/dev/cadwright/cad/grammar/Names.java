package dev.cadwright.cad.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Rules for names that are none of a language's reserved words. No grammar can say "but not"; this one follows the reserved
 * words letter by letter, a rule for each of their beginnings, and ends only where none of them ends.
 */
public final class Names {
    private final Map<String, Expression> rules;
    private final String rule;
    private final Collection<String> reserved;

    private Names(Map<String, Expression> rules, String rule, Collection<String> reserved) {
        this.rules = rules;
        this.rule = rule;
        this.reserved = reserved;
    }

    /**
     * Adds the rule and those that it needs: letters, digits and underscores, not a digit first.
     *
     * @param reserved words of letters
     */
    public static void add(Map<String, Expression> rules, String rule, Collection<String> reserved) {
        Names names = new Names(rules, rule, reserved);
        Expression part = new Expression.Choice(ranges("", true));
        rules.put(rule + "-part", part);
        rules.put(rule + "-rest", Expression.any(Expression.rule(rule + "-part")));
        names.node("");
    }

    private String node(String beginning) {
        String name = beginning.isEmpty() ? rule : rule + "-" + beginning;
        List<Expression> options = new ArrayList<>();
        StringBuilder next = new StringBuilder();
        for (char letter : letters(beginning)) {
            next.append(letter);
            options.add(Expression.sequence(String.valueOf(letter), Expression.rule(node(beginning + letter))));
        }
        List<Expression> others = ranges(next.toString(), !beginning.isEmpty());
        options.add(Expression.sequence(new Expression.Choice(others), Expression.rule(rule + "-rest")));
        if (!beginning.isEmpty() && !reserved.contains(beginning)) {
            options.add(Expression.text(""));
        }
        rules.put(name, new Expression.Choice(options));
        return name;
    }

    private TreeSet<Character> letters(String beginning) {
        TreeSet<Character> letters = new TreeSet<>();
        for (String word : reserved) {
            if (word.startsWith(beginning) && word.length() > beginning.length()) {
                letters.add(word.charAt(beginning.length()));
            }
        }
        return letters;
    }

    /** The characters of names without some. */
    private static List<Expression> ranges(String without, boolean digits) {
        List<Expression> ranges = new ArrayList<>();
        char first = 0;
        for (char character = '0'; character <= '{'; character++) {
            boolean in = isPart(character, digits) && without.indexOf(character) < 0;
            if (in && first == 0) {
                first = character;
            } else if (!in && first != 0) {
                ranges.add(new Expression.Range(first, (char) (character - 1)));
                first = 0;
            }
        }
        return ranges;
    }

    private static boolean isPart(char character, boolean digits) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (digits && character >= '0' && character <= '9');
    }
}
