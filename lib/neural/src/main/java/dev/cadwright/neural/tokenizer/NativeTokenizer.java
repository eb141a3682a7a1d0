package dev.cadwright.neural.tokenizer;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.cadwright.neural.NeuralException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The native tokenizer behind its handle. Reading is safe for many threads at once; closing waits for them. Native code
 * keeps characters as code points, and fails on a lone surrogate, so texts are made whole first.
 */
final class NativeTokenizer implements AutoCloseable {
    /** A longer text may exhaust the native matcher, which then aborts the process: it fails at 10 million steps. */
    static final int LONGEST_TEXT = 1 << 22;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long handle;

    /** @param json a checked {@code tokenizer.json} */
    NativeTokenizer(String json) {
        try {
            LibUtils.checkStatus();
            handle = TokenizersLibrary.LIB.createTokenizerFromString(json);
        } catch (RuntimeException e) {
            throw new NeuralException("bad_tokenizer", "The tokenizer.json is not usable: " + e.getMessage() + ".", e);
        }
        // Both are settings of the caller's batches, not of the vocabulary; the folder's would cut texts silently.
        TokenizersLibrary.LIB.disableTruncation(handle);
        TokenizersLibrary.LIB.disablePadding(handle);
    }

    int[] ids(String text, boolean addSpecialTokens) {
        return withEncoding(wellFormed(text), addSpecialTokens, NativeTokenizer::ids);
    }

    Encoding encode(String text, boolean addSpecialTokens) {
        String whole = wellFormed(text);
        return withEncoding(whole, addSpecialTokens, encoding -> {
            int[] ids = ids(encoding);
            int[] begins = new int[ids.length];
            int[] ends = new int[ids.length];
            int[] places = placesOfCodePoints(whole);
            CharSpan[] spans = TokenizersLibrary.LIB.getTokenCharSpans(encoding);
            for (int i = 0; i < ids.length; i++) {
                if (spans[i] != null) {
                    begins[i] = places[spans[i].getStart()];
                    ends[i] = places[spans[i].getEnd()];
                }
            }
            return new Encoding(ids, begins, ends);
        });
    }

    /** Ids that the vocabulary lacks are left out. */
    String decode(int[] ids, int begin, int end, boolean skipSpecialTokens) {
        if (begin == end) {
            return "";
        }
        long[] wide = new long[end - begin];
        for (int i = begin; i < end; i++) {
            wide[i - begin] = ids[i];
        }
        Lock read = lock.readLock();
        read.lock();
        try {
            return TokenizersLibrary.LIB.decode(open(), wide, skipSpecialTokens);
        } finally {
            read.unlock();
        }
    }

    @Override
    public void close() {
        Lock write = lock.writeLock();
        write.lock();
        try {
            if (handle != 0) {
                TokenizersLibrary.LIB.deleteTokenizer(handle);
                handle = 0;
            }
        } finally {
            write.unlock();
        }
    }

    private interface Reading<T> {
        T of(long encoding);
    }

    private <T> T withEncoding(String text, boolean addSpecialTokens, Reading<T> reading) {
        Lock read = lock.readLock();
        read.lock();
        try {
            long encoding = encoding(text, addSpecialTokens);
            try {
                return reading.of(encoding);
            } finally {
                TokenizersLibrary.LIB.deleteEncoding(encoding);
            }
        } finally {
            read.unlock();
        }
    }

    private long encoding(String text, boolean addSpecialTokens) {
        try {
            return TokenizersLibrary.LIB.encode(open(), text, addSpecialTokens);
        } catch (RuntimeException e) {
            if (e instanceof IllegalStateException) {
                throw e;
            }
            throw new NeuralException("not_encodable", "The text cannot be encoded: " + e.getMessage() + ".", e);
        }
    }

    private static int[] ids(long encoding) {
        long[] wide = TokenizersLibrary.LIB.getTokenIds(encoding);
        int[] ids = new int[wide.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Math.toIntExact(wide[i]);
        }
        return ids;
    }

    private long open() {
        if (handle == 0) {
            throw new IllegalStateException("the tokenizer is closed");
        }
        return handle;
    }

    private static int[] placesOfCodePoints(String text) {
        int[] places = new int[text.codePointCount(0, text.length()) + 1];
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = place;
            place += place < text.length() && Character.isSurrogate(text.charAt(place)) ? 2 : 1;
        }
        return places;
    }

    /** The text with U+FFFD for each lone surrogate: what it would be after a round through UTF-8 bytes. */
    private static String wellFormed(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new NeuralException(
                    "text_too_long",
                    "A text of " + text.length() + " characters is too long to be encoded at once; the limit is "
                            + LONGEST_TEXT + ".");
        }
        StringBuilder whole = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                whole = whole == null ? new StringBuilder(text) : whole;
                whole.setCharAt(i, '\ufffd');
            }
        }
        return whole == null ? text : whole.toString();
    }
}
