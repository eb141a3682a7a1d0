#!/usr/bin/env python3
"""Loads adapters that the library saved, or models that it merged or quantised, with PEFT and transformers.

    python saved_adapters.py adapter BASE ORIGINAL SAVED    both adapters give equal logits on the base model
    python saved_adapters.py merged BASE ADAPTER SAVED      the merged folder gives what PEFT's own merge gives
    python saved_adapters.py quantized BASE SAVED           bitsandbytes reads the folder; how far it is from the base

Ends with a message and status 0 where a package is not installed, with 1 where a comparison fails.
"""
import os
import sys

os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX512_CORE")
try:
    import peft
    import torch
    import transformers as tf
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(0)

MERGED = 2e-5


def load(folder, **options):
    return tf.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, **options).eval()


def logits(model):
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(3, model.config.vocab_size - 8, (2, 16), generator=generator)
    with torch.no_grad():
        return model(input_ids=ids).logits.float()


def adapter(base, original, saved):
    before = logits(peft.PeftModel.from_pretrained(load(base), original))
    after = logits(peft.PeftModel.from_pretrained(load(base), saved))
    return (before - after).abs().max().item(), 0.0


def merged(base, folder, saved):
    model = peft.PeftModel.from_pretrained(load(base), folder).merge_and_unload()
    # The folder keeps the types of the base model, so merged weights are rounded to them.
    before = logits(model.to(tf.AutoConfig.from_pretrained(saved).dtype).float())
    return (before - logits(load(saved))).abs().max().item(), MERGED


def quantized(base, saved):
    try:
        import bitsandbytes  # noqa: F401
    except ImportError as missing:
        print(f"skipped: {missing}")
        sys.exit(0)
    return (logits(load(base)) - logits(load(saved))).abs().max().item(), float("inf")


def main():
    kinds = {"adapter": adapter, "merged": merged, "quantized": quantized}
    if len(sys.argv) < 4 or sys.argv[1] not in kinds:
        print(__doc__)
        return 2
    difference, allowed = kinds[sys.argv[1]](*sys.argv[2:])
    print(f"{sys.argv[1]} {sys.argv[-1]}: largest difference {difference:.3e}, allowed {allowed:.0e}")
    return 0 if difference <= allowed else 1


if __name__ == "__main__":
    sys.exit(main())
