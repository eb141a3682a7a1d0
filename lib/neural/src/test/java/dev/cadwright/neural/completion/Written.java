package dev.cadwright.neural.completion;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
final class Written implements CompletionListener {
    final List<Completion> completions = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final StringBuilder pieces = new StringBuilder();

    @Override
    public void written(Completion completion) {
        completions.add(completion);
    }

    @Override
    public void refused(int prompt, String code, String message) {
        refusals.add(prompt + " " + code);
    }

    @Override
    public void piece(int prompt, int sample, String text) {
        pieces.append(text);
    }

    List<List<Integer>> ids() {
        return completions.stream().map(Completion::ids).toList();
    }
}
