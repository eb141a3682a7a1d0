#!/usr/bin/env python3
"""Trains a model with ./cadwright train and with PyTorch, all weights and an adapter, and compares.

    python trained_models.py BASE [COMMAND]    BASE: folder of a small model; COMMAND: ./cadwright if not given

What the command wrote is loaded by transformers and PEFT, and must give the logits of what PyTorch trained. Ends with a
message and status 0 where a package is not installed, with 1 where a comparison fails.
"""
import json
import math
import os
import shlex
import subprocess
import sys
import tempfile

os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX512_CORE")
try:
    import peft
    import torch
    import transformers as tf
    from safetensors.torch import save_file
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(0)

STEPS = 12
WARMUP = 3
LOSS = 2e-5
NORM = 1e-5
LOGITS = 2e-4
RATE = 1e-3
DECAY = 0.01


def load(folder):
    return tf.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")


def batches(vocabulary):
    generator = torch.Generator().manual_seed(3)
    ids = torch.randint(3, vocabulary - 8, (4, 3, 40), generator=generator)
    labels = ids.clone()
    labels[torch.rand(ids.shape, generator=generator) < 0.3] = -100
    mask = torch.ones_like(ids)
    mask[:, 0, 30:] = 0
    labels[mask == 0] = -100
    return {"input_ids": ids, "attention_mask": mask, "labels": labels}


def train(model, data):
    """Steps of (loss, norm)."""
    model.train()
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    decayed = [p for n, p in named if not n.endswith(".bias") and "norm" not in n]
    rest = [p for n, p in named if n.endswith(".bias") or "norm" in n]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": DECAY}, {"params": rest, "weight_decay": 0.0}], lr=RATE
    )
    schedule = tf.get_cosine_schedule_with_warmup(optimizer, WARMUP, STEPS)
    steps = []
    for step in range(STEPS):
        batch = {name: tensor[step % len(tensor)] for name, tensor in data.items()}
        loss = model(**batch).loss
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        steps.append((loss.item(), norm.item()))
    return steps


def command(words, folder, base, more):
    config = os.path.join(folder, "train.yaml")
    settings = {
        "base_model": os.path.abspath(base),
        "train_data": os.path.join(folder, "batches.safetensors"),
        "training": {
            "max_steps": STEPS,
            "learning_rate": RATE,
            "lr_scheduler_type": "cosine",
            "warmup_steps": WARMUP,
            "weight_decay": DECAY,
            "max_grad_norm": 1.0,
            "logging_steps": 1,
        },
        **more,
    }
    with open(config, "w", encoding="utf-8") as file:
        json.dump(settings, file)  # JSON is YAML
    run = os.path.join(folder, "run-" + ("lora" if more else "full"))
    done = subprocess.run(
        [*words, "train", "--config", config, "--out", run, "--json"], stdout=subprocess.PIPE, text=True, check=True
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [(line["loss"], line["grad_norm"]) for line in lines[:-1]], lines[-1]["best"]


def logits(model, data):
    model.eval()
    with torch.no_grad():
        return model(input_ids=data["input_ids"][0]).logits


def compare(name, wanted, found, difference):
    loss = max(abs(a[0] - b[0]) for a, b in zip(wanted, found, strict=True))
    norm = max(abs(a[1] - b[1]) / a[1] for a, b in zip(wanted, found, strict=True))
    good = loss <= LOSS and norm <= NORM and difference <= LOGITS and math.isfinite(difference)
    print(f"{name}: losses {loss:.1e}, gradient norms {norm:.1e}, logits of the result {difference:.1e}")
    return good


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    base = sys.argv[1]
    words = shlex.split(sys.argv[2]) if len(sys.argv) > 2 else ["./cadwright"]
    good = True
    with tempfile.TemporaryDirectory() as folder:
        model = load(base)
        data = batches(model.config.get_text_config().vocab_size)
        save_file(data, os.path.join(folder, "batches.safetensors"))

        found, best = command(words, folder, base, {})
        wanted = train(model, data)
        difference = (logits(model, data) - logits(load(best), data)).abs().max().item()
        good &= compare("all weights", wanted, found, difference)

        torch.manual_seed(5)
        settings = peft.LoraConfig(r=4, lora_alpha=8, target_modules="all-linear", init_lora_weights=False)
        adapted = peft.get_peft_model(load(base), settings)
        start = os.path.join(folder, "start")
        adapted.save_pretrained(start)
        found, best = command(words, folder, base, {"adapter": start})
        wanted = train(adapted, data)
        trained = peft.PeftModel.from_pretrained(load(base), best)
        difference = (logits(adapted, data) - logits(trained, data)).abs().max().item()
        good &= compare("LoRA", wanted, found, difference)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
