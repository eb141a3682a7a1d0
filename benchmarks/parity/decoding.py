"""What transformers writes with the small models of the reference figures: beam searches and repetition penalties.

    python decoding.py MODELS_FOLDER > lib/neural/src/test/resources/dev/cadwright/neural/decoding/transformers.jsonl

MODELS_FOLDER holds qwen2, llama and t5 with their expected.safetensors. Needs torch, transformers and safetensors; made
with torch 2.15.0 and transformers 5.23.0, one thread, fp32, eager attention.
"""

import json
import os
import sys

# Some processors claim AMX and trap on it; oneDNN must be told before it loads.
os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX512_CORE_BF16")

import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM

TOKENS = 16
BEAMS = [
    # beams, returned, length penalty, early stopping, whether tokens end a text
    (4, 4, 1.0, False, False),
    (3, 3, 1.0, True, True),
    (4, 2, 2.0, "never", True),
    (4, 4, 0.5, False, True),
    (5, 5, -1.0, False, True),
    (2, 1, 0.0, True, True),
]
PENALTIES = [1.3, 0.8]


def until_end(tokens, ends):
    for count, token in enumerate(tokens, 1):
        if token in ends:
            return tokens[:count]
    return tokens


def write(record):
    print(json.dumps(record))


def run(folder, name):
    expected = load_file(os.path.join(folder, name, "expected.safetensors"))
    translates = name == "t5"
    kind = AutoModelForSeq2SeqLM if translates else AutoModelForCausalLM
    model = kind.from_pretrained(os.path.join(folder, name), dtype=torch.float32, attn_implementation="eager").eval()
    prompt = expected["input_ids" if translates else "prompt_ids"][:1]
    mask = expected["attention_mask"][:1] if translates else torch.ones_like(prompt)
    before = 1 if translates else prompt.shape[1]
    common = dict(attention_mask=mask, do_sample=False, max_new_tokens=TOKENS, pad_token_id=0)

    greedy = model.generate(prompt, eos_token_id=None, **common)[0].tolist()[before:]
    for beams, returned, penalty, early, ending in BEAMS:
        ends = [greedy[3], greedy[6]] if ending else []
        found = model.generate(
            prompt,
            num_beams=beams,
            num_return_sequences=returned,
            length_penalty=penalty,
            early_stopping=early,
            eos_token_id=ends or None,
            return_dict_in_generate=True,
            output_scores=True,
            **common,
        )
        texts = [
            {"tokens": until_end(tokens.tolist()[before:], ends), "score": score.item()}
            for tokens, score in zip(found.sequences, found.sequences_scores)
        ]
        write(
            dict(
                model=name,
                beams=beams,
                returned=returned,
                length_penalty=penalty,
                early_stopping=early,
                maximum=TOKENS,
                ends=ends,
                results=texts,
            )
        )
    for penalty in PENALTIES:
        tokens = model.generate(prompt, eos_token_id=None, repetition_penalty=penalty, **common)[0].tolist()
        write(dict(model=name, repetition_penalty=penalty, maximum=TOKENS, tokens=tokens[before:]))


torch.set_num_threads(1)
for name in ("qwen2", "llama", "t5"):
    run(sys.argv[1], name)
