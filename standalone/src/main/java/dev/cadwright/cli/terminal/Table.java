package dev.cadwright.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A plain table: columns two blanks apart, as wide as their widest cell; columns of numbers lean to the right. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> head;

    /** A column whose title starts with {@code >} is set to the right. */
    public Table(String... head) {
        this.head = List.of(head);
    }

    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        if (row.size() != head.size()) {
            throw new IllegalArgumentException("a row has " + row.size() + " cells, the head " + head.size());
        }
        rows.add(List.copyOf(row));
        return this;
    }

    public void print(PrintStream out) {
        List<String> titles = head.stream()
                .map(title -> title.startsWith(">") ? title.substring(1) : title)
                .toList();
        printRow(out, titles);
        rows.forEach(row -> printRow(out, row));
    }

    private void printRow(PrintStream out, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : "  ");
            line.append(head.get(column).startsWith(">") ? padding + cell : cell + padding);
        }
        out.println(line.toString().stripTrailing());
    }

    private int width(int column) {
        String title = head.get(column);
        int width = title.length() - (title.startsWith(">") ? 1 : 0);
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
