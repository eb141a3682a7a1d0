package dev.cadwright.neural.adapter;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which linear layers an adapter is for, with the meaning that PEFT gives to {@code target_modules},
 * {@code exclude_modules}, {@code layers_to_transform} and {@code layers_pattern}.
 *
 * @param choice of the layers
 * @param excluded layers left out, by whole names or their last parts
 * @param excludedPattern likewise, by a regular expression of the whole name
 * @param layers numbers of the layers of the stack that are adapted; empty for all
 * @param lists names of the lists that are counted, for example {@code layers}; empty for any
 */
public record Targets(
        Choice choice,
        List<String> excluded,
        Optional<String> excludedPattern,
        List<Integer> layers,
        List<String> lists) {
    private static final Pattern NUMBERED = Pattern.compile(".*\\.([^.]+)\\.(\\d{1,9})\\..*");

    /** How layers are chosen. */
    public sealed interface Choice {
        /** By whole names or their last parts. */
        record Names(List<String> names) implements Choice {
            public Names {
                names = List.copyOf(names);
                if (names.isEmpty()) {
                    throw AdapterConfiguration.bad("target_modules names no module");
                }
            }
        }

        /** By a regular expression of the whole name. */
        record Expression(String expression) implements Choice {
            public Expression {
                BoundedPattern.compile(expression);
            }
        }

        /** Every linear layer but the one that gives the logits. */
        record AllLinear() implements Choice {}
    }

    public Targets {
        Objects.requireNonNull(choice);
        excluded = List.copyOf(excluded);
        layers = List.copyOf(layers);
        lists = List.copyOf(lists);
        excludedPattern.ifPresent(BoundedPattern::compile);
    }

    public static Targets names(String... names) {
        return of(new Choice.Names(List.of(names)));
    }

    public static Targets expression(String expression) {
        return of(new Choice.Expression(expression));
    }

    public static Targets allLinear() {
        return of(new Choice.AllLinear());
    }

    public static Targets of(Choice choice) {
        return new Targets(choice, List.of(), Optional.empty(), List.of(), List.of());
    }

    /** Only these layers of the stack. */
    public Targets inLayers(List<Integer> numbers) {
        return new Targets(choice, excluded, excludedPattern, numbers, lists);
    }

    /** @param spellings of one layer's name */
    boolean include(Collection<String> spellings) {
        return spellings.stream().anyMatch(this::includes) && spellings.stream().noneMatch(this::excludes);
    }

    private boolean includes(String name) {
        return switch (choice) {
            case Choice.Expression(String expression) ->
                BoundedPattern.compile(expression).matches(name);
            case Choice.Names(List<String> names) ->
                names.contains(name) || (endsWithAny(names, name) && inLayers(name));
            case Choice.AllLinear() -> !name.equals("lm_head") && !name.endsWith(".lm_head") && inLayers(name);
        };
    }

    private boolean excludes(String name) {
        return excluded.contains(name)
                || endsWithAny(excluded, name)
                || excludedPattern
                        .map(BoundedPattern::compile)
                        .filter(p -> p.matches(name))
                        .isPresent();
    }

    static boolean endsWithAny(Collection<String> ends, String name) {
        return ends.stream().anyMatch(end -> name.endsWith("." + end));
    }

    private boolean inLayers(String name) {
        if (layers.isEmpty()) {
            return true;
        }
        Matcher matcher = NUMBERED.matcher(name);
        return matcher.matches()
                && (lists.isEmpty() || lists.contains(matcher.group(1)))
                && layers.contains(Integer.valueOf(matcher.group(2)));
    }
}
