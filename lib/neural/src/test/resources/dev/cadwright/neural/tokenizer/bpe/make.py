# Records what Python's tokenizers trains on random texts: random.jsonl.
#   python -m venv v && v/bin/pip install tokenizers==0.23.3 && v/bin/python make.py
import json, pathlib, random
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

QWEN = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
random.seed(7)
with open(pathlib.Path(__file__).parent / "random.jsonl", "w") as out:
    for i in range(60):
        letters = ["ab", "abc", "aab b\n", "abcd  ", "éa😀 ", "a'sS ſ1½\r\n\t", "xyz.,( )"][i % 7]
        text = "".join(random.choice(letters) for _ in range(random.randint(5, 700)))
        if i % 3 == 0:
            text = "".join(random.choice(["a", "aa", "aaa", "b", "ba", "ab", " "]) * random.randint(1, 4) for _ in range(200))
        style = "QWEN" if i % 2 else "GPT2"
        size = random.choice([262, 270, 300, 400])
        t = Tokenizer(models.BPE())
        if style == "QWEN":
            t.normalizer = normalizers.NFC()
            t.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(QWEN), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
        else:
            t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        t.train_from_iterator([text], trainers.BpeTrainer(vocab_size=size, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
        merges = json.loads(t.to_str())["model"]["merges"]
        out.write(json.dumps({"style": style, "size": size, "text": text, "merges": merges}, ensure_ascii=False) + "\n")
