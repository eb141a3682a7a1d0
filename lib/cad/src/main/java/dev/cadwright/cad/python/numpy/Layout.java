package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.value.RangeValue;

/**
 * Where the items of an array lie in its storage.
 *
 * @param offset of the first item
 * @param rowStride from an item to that below it
 * @param columnStride from an item to the next in its row
 * @param rows −1 for a vector
 */
record Layout(int offset, int rowStride, int columnStride, int rows, int columns) {
    /** Row by row. */
    static Layout of(int rows, int columns) {
        return new Layout(0, columns, 1, rows, columns);
    }

    boolean isVector() {
        return rows < 0;
    }

    int size() {
        return isVector() ? columns : rows * columns;
    }

    /** @param index of an item, counted row by row */
    int place(int index) {
        return isVector()
                ? offset + index * columnStride
                : offset + index / columns * rowStride + index % columns * columnStride;
    }

    boolean isContiguous() {
        return columnStride == 1 && (isVector() || rowStride == columns);
    }

    Layout row(int index) {
        return new Layout(offset + index * rowStride, 0, columnStride, -1, columns);
    }

    Layout column(int index) {
        return new Layout(offset + index * columnStride, 0, rowStride, -1, rows);
    }

    Layout columns(RangeValue range) {
        int first = range.size() == 0 ? 0 : (int) range.get(0);
        int step = range.size() < 2 ? 1 : (int) (range.get(1) - range.get(0));
        return new Layout(offset + first * columnStride, rowStride, step * columnStride, rows, (int) range.size());
    }

    Layout transposed() {
        return new Layout(offset, columnStride, rowStride, columns, rows);
    }

    Layout flipped() {
        int last = offset + (columns - 1) * columnStride + (isVector() ? 0 : (rows - 1) * rowStride);
        return new Layout(last, -rowStride, -columnStride, rows, columns);
    }

    /** Of another shape; only where this one is contiguous. */
    Layout shaped(int newRows, int newColumns) {
        return new Layout(offset, newColumns, 1, newRows, newColumns);
    }
}
