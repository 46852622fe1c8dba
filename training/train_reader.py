#!/usr/bin/env python3
"""Trains the plate reader on generated crops. Resumable: run the same command again after any stop.

    training/train_reader.py --out DIR [--crops 2000000] [--workers 1] [--seed 1] [--minutes N]

DIR gets checkpoint.pt (weights, optimiser, how far), log.csv and plate-reader.onnx. TORCH_THREADS (1) says how many cores.
"""

import argparse
import csv
import math
import os
import pathlib
import sys
import time

import torch
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from platelab import crop_stream, plates, reader_net  # noqa: E402

EASY_CROPS = 25_000


def exact(net, pictures, labels):
    net.eval()
    with torch.no_grad():
        outs = torch.cat([net(p) for p in pictures.split(128)]).cpu()
    net.train()
    texts = ["".join(g[0] for g in reader_net.decode(out)) for out in outs]
    return sum(text == label for text, label in zip(texts, labels)) / len(labels)


def export(net, path):
    net.eval()
    sample = torch.zeros(1, 1, plates.INPUT_HEIGHT, plates.INPUT_WIDTH)
    torch.onnx.export(
        net, sample, str(path), opset_version=13, input_names=["grey"], output_names=["cells"],
        dynamic_axes={"grey": {0: "n"}, "cells": {0: "n"}},
    )
    net.train()


def rate(seen, total, top=2e-3):
    """Warm-up, then half a cosine down to a fiftieth."""
    return top * min(1.0, seen / 8_000) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, seen / total))))


def batches(options, seen):
    hard = crop_stream.EASY if seen < EASY_CROPS else 1.0
    source = crop_stream.CropStream(options.seed, seen, hard)
    return iter(torch.utils.data.DataLoader(source, batch_size=None, num_workers=options.workers, prefetch_factor=8))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--crops", type=int, default=2_000_000, help="how many to learn from; the rate falls towards it")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after this long, with a checkpoint")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(options.seed)
    torch.set_num_threads(int(os.environ.get("TORCH_THREADS", "1")))

    net = reader_net.ReaderNet().to(device).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=1e-4)
    seen, checkpoint = 0, options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        seen = state["seen"]
        print(f"going on at {seen} crops", flush=True)
    print(f"{sum(p.numel() for p in net.parameters())} parameters, {device}", flush=True)

    test_pictures, test_labels = crop_stream.fixed_set(600)
    test_pictures = test_pictures.to(device)
    stream, easy = batches(options, seen), seen < EASY_CROPS
    started, marked, loss_sum, steps = time.time(), time.time(), 0.0, 0
    done = False
    while not done:
        if easy and seen >= EASY_CROPS:
            stream, easy = batches(options, seen), False
        pictures, glyphs = next(stream)
        pictures = (pictures.to(device).float() / 255).contiguous(memory_format=torch.channels_last)
        for group in optimiser.param_groups:
            group["lr"] = rate(seen, options.crops)
        loss = reader_net.loss_of(net(pictures), glyphs.to(device))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        seen, loss_sum, steps = seen + len(pictures), loss_sum + loss.item(), steps + 1
        done = seen >= options.crops or time.time() - started > 60 * options.minutes
        if done or time.time() - marked > 120:
            score = exact(net, test_pictures, test_labels)
            speed = steps * crop_stream.BATCH / (time.time() - marked)
            print(f"{seen} crops  loss {loss_sum / steps:.3f}  exact {score:.3f}  {speed:.0f}/s", flush=True)
            with open(options.out / "log.csv", "a", newline="") as log:
                csv.writer(log).writerow([seen, f"{loss_sum / steps:.4f}", f"{score:.4f}", f"{speed:.0f}"])
            state = {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "seen": seen}
            torch.save(state, str(checkpoint) + ".new")
            os.replace(str(checkpoint) + ".new", checkpoint)
            marked, loss_sum, steps = time.time(), 0.0, 0
    export(net.cpu(), options.out / "plate-reader.onnx")
    print(f"stopped at {seen} crops", flush=True)


if __name__ == "__main__":
    main()
