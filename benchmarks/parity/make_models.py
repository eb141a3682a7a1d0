#!/usr/bin/env python3
"""Writes small random models of every supported family in many settings, with what transformers computes for them.

    python make_models.py OUT

The folders under OUT/data/golden/models have the layout of the golden results, so GoldenModelsTest walks them when
CADWRIGHT_SHARED names OUT. Ends with a message and status 0 where transformers is not installed.
"""
import json
import os
import shutil
import sys

os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX512_CORE")
try:
    import torch
    import transformers as tf
    from safetensors.torch import load_file, save_file
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(0)

NEW_TOKENS = 24
torch.set_num_threads(1)


def scatter(model, seed):
    """Weights large enough for logits to differ, norms and biases away from their defaults."""
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        one = "norm" in name.lower() or "ln_" in name
        with torch.no_grad():
            if parameter.dim() == 1:
                parameter.copy_(noise * 0.1 + (1.0 if one and name.endswith("weight") else 0.0))
            else:
                parameter.copy_(noise * (1.5 / parameter.shape[-1] ** 0.5))


def causal_expectations(model, config, rows, time, seed):
    generator = torch.Generator().manual_seed(seed)
    vocabulary = config.vocab_size
    ids = torch.randint(3, vocabulary - 6, (rows, time), generator=generator)
    mask = torch.ones_like(ids)
    mask[-1, -time // 5:] = 0
    labels = ids.clone()
    labels[mask == 0] = -100
    labels[0, :3] = -100
    with torch.no_grad():
        out = model(input_ids=ids, attention_mask=mask, labels=labels, output_hidden_states=True)
    prompt = ids[:1, : time // 2]
    with torch.no_grad():
        written = model.generate(
            prompt, attention_mask=torch.ones_like(prompt), max_new_tokens=NEW_TOKENS, min_new_tokens=NEW_TOKENS,
            do_sample=False, eos_token_id=None, pad_token_id=0,
        )
    logits = out.logits
    return {
        "input_ids": ids, "attention_mask": mask, "labels": labels,
        "logits": logits.float(), "loss": out.loss.reshape(1).float(),
        "last_hidden_state": out.hidden_states[-1].float(),
        **{f"hidden_states.{i}": h.float() for i, h in enumerate(out.hidden_states[:-1])},
        "prompt_ids": prompt, "generated_ids": written[:, prompt.shape[1]:],
    }


def write(out, name, model, config, expected, edit=None):
    folder = os.path.join(out, "data", "golden", "models", name)
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder)
    if edit:
        edit(folder)
    save_file({k: v.clone().contiguous() for k, v in expected.items()}, os.path.join(folder, "expected.safetensors"))
    print("wrote", name)


def causal(out, name, model_class, config, dtype=torch.float32, rows=2, time=23, seed=7, save=None, edit=None):
    torch.manual_seed(seed)
    config._attn_implementation = "eager"
    model = model_class(config)
    scatter(model, seed)
    model = model.to(dtype).eval()
    stored = model
    single = model_class(config)
    single.load_state_dict(model.state_dict())
    single = single.float().eval()
    expected = causal_expectations(single, config, rows, time, seed)
    write(out, name, save(stored) if save else stored, config, expected, edit)


def rename(**renames):
    def edit(folder):
        path = os.path.join(folder, "model.safetensors")
        tensors = load_file(path)
        renamed = {}
        for key, value in tensors.items():
            for old, new in renames.get("prefixes", ()):
                if key.startswith(old):
                    key = new + key[len(old):]
                    break
            renamed[key] = value
        save_file(renamed, path, metadata={"format": "pt"})
    return edit


def change_config(**changes):
    def edit(folder):
        path = os.path.join(folder, "config.json")
        config = json.load(open(path))
        for key, value in changes.items():
            if value is None:
                config.pop(key, None)
            else:
                config[key] = value
        json.dump(config, open(path, "w"), indent=1)
    return edit


def decoders(out):
    base = dict(vocab_size=211, hidden_size=56, intermediate_size=104, num_hidden_layers=3, num_attention_heads=4,
                num_key_value_heads=2, max_position_embeddings=64, pad_token_id=0, bos_token_id=1, eos_token_id=2)

    def rope(**parameters):
        return {"rope_theta": 10000.0, **parameters}

    L, LC = tf.LlamaForCausalLM, tf.LlamaConfig
    causal(out, "llama_biases", L, LC(**base, attention_bias=True, mlp_bias=True))
    causal(out, "llama_multiquery", L, LC(**{**base, "num_key_value_heads": 1}, head_dim=10))
    causal(out, "llama_tied", L, LC(**base, tie_word_embeddings=True))
    causal(out, "llama_linear", L, LC(**base, rope_parameters=rope(rope_type="linear", factor=3.0)))
    causal(out, "llama_dynamic_short", L, LC(**base, rope_parameters=rope(rope_type="dynamic", factor=2.0)))
    causal(out, "llama_llama3", L, LC(**{**base, "max_position_embeddings": 256}, rope_parameters=rope(
        rope_type="llama3", factor=4.0, low_freq_factor=1.0, high_freq_factor=3.0,
        original_max_position_embeddings=32)), time=61)
    causal(out, "llama_yarn_mscale", L, LC(**{**base, "max_position_embeddings": 256}, head_dim=32, rope_parameters=rope(
        rope_type="yarn", factor=8.0, original_max_position_embeddings=32, mscale=0.7, mscale_all_dim=1.2,
        beta_fast=24.0, beta_slow=2.0)), time=61)
    causal(out, "llama_yarn_untruncated", L, LC(**{**base, "max_position_embeddings": 256}, head_dim=32,
        rope_parameters=rope(rope_type="yarn", factor=8.0, original_max_position_embeddings=32, truncate=False,
                             attention_factor=1.3)), time=61)
    causal(out, "llama_without_head", L, LC(**base, tie_word_embeddings=True), save=lambda m: m.model)
    causal(out, "llama_v4_linear", L, LC(**base, rope_parameters=rope(rope_type="linear", factor=3.0)),
           edit=change_config(rope_parameters=None, rope_theta=10000.0, rope_scaling={"type": "linear", "factor": 3.0}))
    causal(out, "llama_gelu", L, LC(**base, hidden_act="gelu"))
    causal(out, "llama_one_layer", L, LC(**{**base, "num_hidden_layers": 1}), time=40)
    causal(out, "mistral_window", tf.MistralForCausalLM, tf.MistralConfig(**base, sliding_window=7), time=31)
    causal(out, "mistral_no_window", tf.MistralForCausalLM, tf.MistralConfig(**base, sliding_window=None))
    Q, QC = tf.Qwen2ForCausalLM, tf.Qwen2Config
    causal(out, "qwen2_window", Q, QC(**base, use_sliding_window=True, sliding_window=6, max_window_layers=1), time=31)
    causal(out, "qwen2_window_v4", Q, QC(**base, use_sliding_window=True, sliding_window=6, max_window_layers=2),
           time=31, edit=change_config(layer_types=None))
    causal(out, "qwen2_untied", Q, QC(**base, tie_word_embeddings=False), dtype=torch.bfloat16)
    causal(out, "qwen3_tied", tf.Qwen3ForCausalLM, tf.Qwen3Config(**base, head_dim=18, tie_word_embeddings=True))
    causal(out, "qwen3_window", tf.Qwen3ForCausalLM, tf.Qwen3Config(
        **base, head_dim=18, attention_bias=True, use_sliding_window=True, sliding_window=9, max_window_layers=1))
    causal(out, "phi_partial", tf.PhiForCausalLM, tf.PhiConfig(
        **{**base, "hidden_size": 80, "num_key_value_heads": 4}, rope_parameters=rope(
            rope_type="default", partial_rotary_factor=0.4)))
    causal(out, "phi_grouped", tf.PhiForCausalLM, tf.PhiConfig(**{**base, "hidden_size": 64}, rope_parameters=rope(
        rope_type="default", partial_rotary_factor=0.25), hidden_act="gelu"))
    causal(out, "gemma_old_activation", tf.GemmaForCausalLM, tf.GemmaConfig(**base, head_dim=20),
           dtype=torch.bfloat16, edit=change_config(hidden_act="gelu"))
    G, GC = tf.GPT2LMHeadModel, tf.GPT2Config
    gpt = dict(vocab_size=211, n_embd=48, n_layer=3, n_head=3, n_positions=64, bos_token_id=1, eos_token_id=2,
               resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0)
    causal(out, "gpt2_inverse", G, GC(**gpt, scale_attn_by_inverse_layer_idx=True, n_inner=100))
    causal(out, "gpt2_unscaled_relu", G, GC(**gpt, scale_attn_weights=False, activation_function="relu"))
    causal(out, "gpt2_without_prefix", G, GC(**gpt), edit=rename(prefixes=[("transformer.", "")]))


def dynamic(out):
    """Longer than the trained length, where the base grows with the length of each pass."""
    config = tf.LlamaConfig(
        vocab_size=211, hidden_size=56, intermediate_size=104, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=4, max_position_embeddings=16, pad_token_id=0, bos_token_id=1, eos_token_id=2,
        rope_parameters={"rope_theta": 10000.0, "rope_type": "dynamic", "factor": 2.0})
    config._attn_implementation = "eager"
    model = tf.LlamaForCausalLM(config)
    scatter(model, 3)
    model = model.eval()
    expected = causal_expectations(model, config, 2, 41, 3)
    for name in ("prompt_ids", "generated_ids"):
        del expected[name]
    write(out, "llama_dynamic_long", model, config, expected)


def sequence_to_sequence(out):
    def one(name, edit=None, **settings):
        config = tf.T5Config(vocab_size=197, d_model=40, d_kv=9, d_ff=60, num_heads=3, dropout_rate=0.0,
                             decoder_start_token_id=0, pad_token_id=0, eos_token_id=1, **settings)
        config._attn_implementation = "eager"
        model = tf.T5ForConditionalGeneration(config)
        scatter(model, 5)
        model = model.eval()
        generator = torch.Generator().manual_seed(5)
        ids = torch.randint(2, 190, (2, 37), generator=generator)
        mask = torch.ones_like(ids)
        mask[1, 30:] = 0
        labels = torch.randint(2, 190, (2, 21), generator=generator)
        labels[1, -4:] = -100
        with torch.no_grad():
            result = model(input_ids=ids, attention_mask=mask, labels=labels, output_hidden_states=True)
            written = torch.zeros((2, 1), dtype=torch.long)
            for _ in range(NEW_TOKENS):
                logits = model(input_ids=ids, attention_mask=mask, decoder_input_ids=written).logits
                written = torch.cat([written, logits[:, -1:].argmax(-1)], 1)
        write(out, name, model, config, {
            "input_ids": ids, "attention_mask": mask, "labels": labels, "logits": result.logits,
            "loss": result.loss.reshape(1), "encoder_last_hidden_state": result.encoder_last_hidden_state,
            "decoder_last_hidden_state": result.decoder_hidden_states[-1], "generated_ids": written[:, 1:],
        }, edit)

    one("t5_uneven", num_layers=3, num_decoder_layers=1, feed_forward_proj="relu")
    one("t5_gated_silu", num_layers=2, feed_forward_proj="gated-silu", relative_attention_num_buckets=8,
        relative_attention_max_distance=20)


def vision(out):
    for name, model_class, config in (
        ("clip_larger", tf.CLIPVisionModel, tf.CLIPVisionConfig(
            hidden_size=30, intermediate_size=44, num_hidden_layers=4, num_attention_heads=3, image_size=42,
            patch_size=14, hidden_act="gelu")),
        ("siglip_larger", tf.SiglipVisionModel, tf.SiglipVisionConfig(
            hidden_size=30, intermediate_size=44, num_hidden_layers=4, num_attention_heads=3, image_size=42,
            patch_size=14)),
    ):
        config._attn_implementation = "eager"
        model = model_class(config)
        scatter(model, 9)
        model = model.eval()
        pixels = torch.randn((3, 3, 42, 42), generator=torch.Generator().manual_seed(9))
        with torch.no_grad():
            result = model(pixel_values=pixels, output_hidden_states=True)
        write(out, name, model, config, {
            "pixel_values": pixels, "last_hidden_state": result.last_hidden_state,
            "pooler_output": result.pooler_output, "penultimate": result.hidden_states[-2],
            **{f"hidden_states.{i}": h for i, h in enumerate(result.hidden_states)},
        })


def qwen2_vl(out):
    config = tf.Qwen2VLConfig(
        text_config=dict(vocab_size=211, hidden_size=48, intermediate_size=72, num_hidden_layers=2,
                         num_attention_heads=3, num_key_value_heads=1, max_position_embeddings=256,
                         rope_parameters={"rope_type": "default", "rope_theta": 1e6, "mrope_section": [4, 2, 2]},
                         bos_token_id=1, eos_token_id=2, pad_token_id=0),
        vision_config=dict(depth=2, embed_dim=48, hidden_size=48, num_heads=3, mlp_ratio=2, patch_size=4,
                           spatial_merge_size=2, temporal_patch_size=2, in_channels=3),
        image_token_id=205, video_token_id=206, vision_start_token_id=203, vision_end_token_id=204,
        tie_word_embeddings=False)
    config._attn_implementation = "eager"
    model = tf.Qwen2VLForConditionalGeneration(config)
    scatter(model, 11)
    model = model.eval()
    generator = torch.Generator().manual_seed(11)
    grids = torch.tensor([[1, 4, 6], [1, 6, 4]])
    video = torch.tensor([[2, 4, 4]])
    text = lambda n: torch.randint(3, 190, (n,), generator=generator)
    image = lambda token, grid: torch.full((int(grid.prod()) // 4,), token)
    row = torch.cat([text(3), torch.tensor([203]), image(205, grids[0]), torch.tensor([204]), text(2),
                     torch.tensor([203]), image(205, grids[1]), torch.tensor([204]),
                     torch.tensor([203]), image(206, video[0]), torch.tensor([204]), text(5)])
    ids = row.unsqueeze(0)
    types = (ids == 205).int() + 2 * (ids == 206).int()
    pixels = torch.randn((int(grids.prod(-1).sum()), 3 * 2 * 16), generator=generator)
    frames = torch.randn((int(video.prod(-1).sum()), 3 * 2 * 16), generator=generator)
    mask = torch.ones_like(ids)
    arguments = dict(input_ids=ids, attention_mask=mask, pixel_values=pixels, image_grid_thw=grids,
                     pixel_values_videos=frames, video_grid_thw=video, mm_token_type_ids=types)
    with torch.no_grad():
        result = model(**arguments, output_hidden_states=True)
        positions, deltas = model.model.get_rope_index(ids, types, grids, video, mask)
        written = model.generate(**arguments, max_new_tokens=NEW_TOKENS, min_new_tokens=NEW_TOKENS, do_sample=False,
                                 eos_token_id=None, pad_token_id=0)
    write(out, "qwen2_vl_video", model, config, {
        "input_ids": ids, "attention_mask": mask, "pixel_values": pixels, "image_grid_thw": grids,
        "pixel_values_videos": frames, "video_grid_thw": video, "position_ids": positions, "rope_deltas": deltas,
        "logits": result.logits, "last_hidden_state": result.hidden_states[-1],
        "generated_ids": written[:, ids.shape[1]:],
    })


def open_elm(out):
    """OpenELM is not part of transformers; this says in a few lines what its paper and checkpoints mean."""
    heads, shared, size, width, vocabulary = [2, 4, 4], [1, 2, 4], 10, 36, 173
    inner = [24, 40, 56]
    generator = torch.Generator().manual_seed(13)

    def matrix(rows, columns):
        return torch.randn((rows, columns), generator=generator) * (1.5 / columns ** 0.5)

    def scale(n):
        return 1 + 0.1 * torch.randn((n,), generator=generator)

    w = {"transformer.token_embeddings.weight": matrix(vocabulary, width), "transformer.norm.weight": scale(width)}
    for i in range(3):
        p = f"transformer.layers.{i}."
        w[p + "attn.qkv_proj.weight"] = matrix((heads[i] + 2 * shared[i]) * size, width)
        w[p + "attn.out_proj.weight"] = matrix(width, heads[i] * size)
        w[p + "attn.q_norm.weight"] = scale(size)
        w[p + "attn.k_norm.weight"] = scale(size)
        w[p + "ffn.proj_1.weight"] = matrix(2 * inner[i], width)
        w[p + "ffn.proj_2.weight"] = matrix(width, inner[i])
        w[p + "attn_norm.weight"] = scale(width)
        w[p + "ffn_norm.weight"] = scale(width)

    def norm(x, weight):
        return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-6) * weight

    def turn(x):
        angles = torch.arange(x.shape[-2])[:, None] * 10000.0 ** (-torch.arange(0, size, 2) / size)
        cos, sin = torch.cat([angles.cos()] * 2, -1), torch.cat([angles.sin()] * 2, -1)
        left, right = x.chunk(2, -1)
        return x * cos + torch.cat([-right, left], -1) * sin

    def forward(ids):
        x = w["transformer.token_embeddings.weight"][ids]
        for i in range(3):
            p = f"transformer.layers.{i}."
            h = norm(x, w[p + "attn_norm.weight"]) @ w[p + "attn.qkv_proj.weight"].T
            h = h.view(*ids.shape, -1, size).transpose(1, 2)
            q, k, v = h.split([heads[i], shared[i], shared[i]], 1)
            q, k = turn(norm(q, w[p + "attn.q_norm.weight"])), turn(norm(k, w[p + "attn.k_norm.weight"]))
            k, v = (t.repeat_interleave(heads[i] // shared[i], 1) for t in (k, v))
            scores = (q @ k.transpose(2, 3)) / size ** 0.5
            scores = scores.masked_fill(torch.ones(scores.shape[-2:]).triu(1).bool(), float("-inf"))
            y = (scores.softmax(-1) @ v).transpose(1, 2).flatten(2)
            x = x + y @ w[p + "attn.out_proj.weight"].T
            gate, up = (norm(x, w[p + "ffn_norm.weight"]) @ w[p + "ffn.proj_1.weight"].T).chunk(2, -1)
            x = x + (torch.nn.functional.silu(gate) * up) @ w[p + "ffn.proj_2.weight"].T
        last = norm(x, w["transformer.norm.weight"])
        return last, last @ w["transformer.token_embeddings.weight"].T

    ids = torch.randint(3, vocabulary, (2, 19), generator=generator)
    last, logits = forward(ids)
    written = ids[:1, :8]
    for _ in range(NEW_TOKENS):
        written = torch.cat([written, forward(written)[1][:, -1:].argmax(-1)], 1)
    folder = os.path.join(out, "data", "golden", "models", "openelm")
    os.makedirs(folder, exist_ok=True)
    json.dump({
        "model_type": "openelm", "model_dim": width, "vocab_size": vocabulary, "num_transformer_layers": 3,
        "num_query_heads": heads, "num_kv_heads": shared, "head_dim": size, "normalize_qk_projections": True,
        "ffn_with_glu": True, "activation_fn_name": "swish", "rope_freq_constant": 10000,
        "share_input_output_layers": True, "torch_dtype": "float32",
    }, open(os.path.join(folder, "config.json"), "w"))
    save_file(w, os.path.join(folder, "model.safetensors"), metadata={"format": "pt"})
    save_file({"input_ids": ids, "logits": logits, "last_hidden_state": last, "prompt_ids": ids[:1, :8].clone(),
               "generated_ids": written[:, 8:].clone()}, os.path.join(folder, "expected.safetensors"))
    print("wrote openelm")


def main():
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    decoders(out)
    dynamic(out)
    sequence_to_sequence(out)
    vision(out)
    qwen2_vl(out)
    open_elm(out)


if __name__ == "__main__":
    main()
