package dev.cadwright.neural.tensor;

/** Number format of the matrix products of training; the weights stay in single precision. */
public enum Precision {
    FP32(6),
    BF16(15);

    private final int torchType;

    Precision(int torchType) {
        this.torchType = torchType;
    }

    /** libtorch's ScalarType. */
    public int torchType() {
        return torchType;
    }
}
