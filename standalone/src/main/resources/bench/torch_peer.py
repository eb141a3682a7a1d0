# Times PyTorch and transformers on the same model: a task a line in, a line of figures out. Started by `bench`.
import json
import os
import sys
import time

threads = int(sys.argv[1])
os.environ.setdefault("OMP_NUM_THREADS", str(threads))
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

import torch
import transformers
from transformers import AutoModelForCausalLM, StaticCache

torch.set_num_threads(threads)
TYPES = {"f32": torch.float32, "bf16": torch.bfloat16}
model = None
steps = {}


def load(task):
    global model
    steps.clear()
    model = None
    start = time.perf_counter()
    model = AutoModelForCausalLM.from_pretrained(task["folder"], dtype=TYPES[task["type"]]).eval()
    with torch.no_grad():
        model(torch.ones(1, 2, dtype=torch.long), logits_to_keep=1)
    return {"seconds": time.perf_counter() - start}


def prompt(rows, tokens):
    return torch.randint(0, model.config.vocab_size, (rows, tokens), generator=torch.Generator().manual_seed(3))


@torch.no_grad()
def prefill(task):
    ids = prompt(1, task["tokens"])
    start = time.perf_counter()
    model(ids, use_cache=True, logits_to_keep=1)
    return {"seconds": time.perf_counter() - start}


@torch.no_grad()
def decode(task):
    rows, tokens, length = task["rows"], task["tokens"], task.get("prompt", 16)
    compiled = task.get("compiled", False)
    cache = StaticCache(config=model.config, max_cache_len=length + tokens + 40)
    ids = prompt(rows, length)
    step = model
    if compiled:
        step = steps.setdefault((rows, length + tokens), torch.compile(model, dynamic=False))
    position = torch.arange(length)
    out = model(ids, past_key_values=cache, cache_position=position, use_cache=True, logits_to_keep=1)
    at = length

    def go(count):
        nonlocal at, token
        for _ in range(count):
            result = step(token, past_key_values=cache, cache_position=torch.tensor([at]), use_cache=True)
            token = result.logits[:, -1].argmax(-1, keepdim=True)
            at += 1

    token = out.logits[:, -1].argmax(-1, keepdim=True)
    go(6)
    start = time.perf_counter()
    go(tokens)
    return {"seconds": time.perf_counter() - start}


def train(task):
    global model
    key = ("train", task["folder"], task["mode"], task["precision"], task.get("lora", False))
    if key not in steps:
        steps.clear()
        bf16 = task["precision"] == "bf16"
        lora = task.get("lora", False)
        model = None
        net = AutoModelForCausalLM.from_pretrained(
            task["folder"], dtype=torch.bfloat16 if bf16 and lora else torch.float32)
        if lora:
            from peft import LoraConfig, get_peft_model
            net = get_peft_model(net, LoraConfig(r=8, lora_alpha=16, target_modules="all-linear"))
        net.train()
        trained = [p for p in net.parameters() if p.requires_grad]
        optimizer = torch.optim.AdamW(trained, lr=1e-4, fused=True)
        run = torch.compile(net) if task["mode"] == "compiled" else net
        vocabulary = net.config.vocab_size

        def step():
            ids = torch.randint(0, vocabulary, (task["rows"], task["time"]))
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                loss = run(input_ids=ids, labels=ids).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            optimizer.zero_grad()

        for _ in range(2):
            step()
        steps[key] = step
    taken = []
    for _ in range(task["steps"]):
        start = time.perf_counter()
        steps[key]()
        taken.append(time.perf_counter() - start)
    return {"seconds": sorted(taken)[len(taken) // 2]}


TASKS = {"load": load, "prefill": prefill, "decode": decode, "train": train}

print(json.dumps({"ready": f"torch {torch.__version__}, transformers {transformers.__version__}"}),
      file=answers, flush=True)
for line in sys.stdin:
    task = json.loads(line)
    print(json.dumps(TASKS[task["task"]](task)), file=answers, flush=True)
