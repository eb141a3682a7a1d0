#!/usr/bin/env python3
"""Loads what the library saved with transformers, and compares it with what it was read from.

    python saved_models.py ORIGINAL SAVED [ORIGINAL SAVED ...]

Each pair must hold the same tensors bit by bit (or, where SAVED has another dtype, after the same rounding) and give
logits that differ by nothing in single precision. Ends with a message and status 0 where transformers is not installed,
with 1 where a pair differs.
"""
import glob
import json
import os
import sys

os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX512_CORE")
try:
    import torch
    import transformers as tf
    from safetensors import safe_open
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(0)

CLASSES = {
    "clip_vision_model": "CLIPVisionModel",
    "siglip_vision_model": "SiglipVisionModel",
    "t5": "T5ForConditionalGeneration",
    "llava": "LlavaForConditionalGeneration",
    "qwen2_vl": "Qwen2VLForConditionalGeneration",
}


def tensors(folder):
    found = {}
    for path in sorted(glob.glob(os.path.join(folder, "*.safetensors"))):
        if os.path.basename(path).startswith("model"):
            with safe_open(path, "pt") as file:
                found.update({name: file.get_tensor(name) for name in file.keys()})
    return found


def logits(folder):
    config = json.load(open(os.path.join(folder, "config.json")))
    name = CLASSES.get(config["model_type"], "AutoModelForCausalLM")
    model = getattr(tf, name).from_pretrained(folder, dtype=torch.float32).eval()
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        if name.endswith("VisionModel"):
            side = config["image_size"]
            pixels = torch.randn((2, 3, side, side), generator=generator)
            return model(pixel_values=pixels).last_hidden_state
        text = config.get("text_config", config)
        ids = torch.randint(3, text["vocab_size"] - 8, (2, 16), generator=generator)
        if name.startswith("T5"):
            return model(input_ids=ids, decoder_input_ids=ids[:, :7]).logits
        return model(input_ids=ids).logits


def compare(original, saved):
    before, after = tensors(original), tensors(saved)
    if set(before) != set(after):
        return f"names differ: {sorted(set(before) ^ set(after))[:4]}"
    for name, tensor in before.items():
        if not torch.equal(tensor.to(after[name].dtype), after[name]):
            return f"{name} differs"
    same = all(before[name].dtype == after[name].dtype for name in before)
    if same:
        difference = (logits(original) - logits(saved)).abs().max().item()
        if difference != 0:
            return f"logits differ by {difference}"
        return None
    logits(saved)
    return None


def main():
    pairs = list(zip(sys.argv[1::2], sys.argv[2::2]))
    failures = 0
    for original, saved in pairs:
        problem = compare(original, saved)
        failures += problem is not None
        print(f"{'differs' if problem else 'equal  '}  {os.path.basename(original)}  {problem or ''}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
