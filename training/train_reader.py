#!/usr/bin/env python3
"""Trains the reader on generated crops. Resumable: run the same command again after any stop.

    training/train_reader.py --out DIR [--crops 2000000] [--workers 1] [--seed 1]

DIR gets checkpoint.pt (weights, optimiser, how far), log.csv and, at each checkpoint, reader.onnx.
"""

import argparse
import csv
import math
import os
import pathlib
import sys
import time

import cv2
import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from platelab import alphabet, plates, reader_net, texts  # noqa: E402

BATCH = 64


class Crops(torch.utils.data.IterableDataset):
    """An endless stream of batches; every worker and every resumption draws from its own seed."""

    def __init__(self, seed, start, hard):
        self.seed, self.start, self.hard = seed, start, hard

    def __iter__(self):
        cv2.setNumThreads(1)
        worker = torch.utils.data.get_worker_info()
        number = worker.id if worker else 0
        rng = np.random.default_rng([self.seed, self.start, number])
        faces = alphabet.typefaces()
        factory = plates.CropFactory(faces, faces)
        while True:
            pictures = np.empty((BATCH, 1, plates.INPUT_HEIGHT, plates.INPUT_WIDTH), np.uint8)
            labels = np.empty((BATCH, reader_net.PLACES), np.int64)
            for i in range(BATCH):
                hard = self.hard if rng.random() < 0.85 else 0.2
                pictures[i, 0], label = factory.make(rng, hard)
                labels[i] = reader_net.encode(label)
            yield torch.from_numpy(pictures), torch.from_numpy(labels)


def fixed_set(n, seed=999):
    rng = texts.rng_of(seed)
    faces = alphabet.typefaces()
    factory = plates.CropFactory(faces, faces)
    made = [factory.make(rng, 1.0) for _ in range(n)]
    pictures = torch.from_numpy(np.stack([m[0] for m in made])[:, None]).float() / 255
    return pictures, [m[1] for m in made]


def exact(net, pictures, labels):
    net.eval()
    with torch.no_grad():
        rows = torch.cat([net(p).argmax(-1) for p in pictures.split(128)]).tolist()
    net.train()
    return sum(reader_net.decode(r) == t for r, t in zip(rows, labels)) / len(labels)


def export(net, path):
    net.eval()
    sample = torch.zeros(1, 1, plates.INPUT_HEIGHT, plates.INPUT_WIDTH)
    torch.onnx.export(
        net, sample, str(path), opset_version=13, input_names=["grey"], output_names=["logits"],
        dynamic_axes={"grey": {0: "n"}, "logits": {0: "n"}},
    )
    net.train()


def rate(seen, total, top=2e-3):
    warm = min(1.0, seen / 20_000)
    return top * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, seen / total))))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--crops", type=int, default=2_000_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after this long, with a checkpoint")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(options.seed)
    torch.set_num_threads(int(os.environ.get("TORCH_THREADS", "1")))

    net = reader_net.ReaderNet().to(device)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=1e-4)
    seen, checkpoint = 0, options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        seen = state["seen"]
        print(f"going on at {seen} crops", flush=True)
    print(f"{sum(p.numel() for p in net.parameters())} parameters, {device}", flush=True)

    test_pictures, test_labels = fixed_set(1000)
    test_pictures = test_pictures.to(device)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.02)
    hard = 0.2 if seen < 60_000 else 1.0
    started, marked, loss_sum, steps = time.time(), time.time(), 0.0, 0
    stream = iter(torch.utils.data.DataLoader(Crops(options.seed, seen, hard), batch_size=None, num_workers=options.workers))
    while seen < options.crops and time.time() - started < 60 * options.minutes:
        if hard < 1 and seen >= 60_000:
            hard = 1.0
            stream = iter(
                torch.utils.data.DataLoader(Crops(options.seed, seen, hard), batch_size=None, num_workers=options.workers)
            )
        pictures, labels = next(stream)
        pictures, labels = pictures.to(device).float() / 255, labels.to(device)
        for group in optimiser.param_groups:
            group["lr"] = rate(seen, options.crops)
        logits = net(pictures)
        loss = loss_of(logits.reshape(-1, logits.shape[-1]), labels.reshape(-1))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        seen, loss_sum, steps = seen + len(pictures), loss_sum + loss.item(), steps + 1
        if time.time() - marked > 120 or seen >= options.crops:
            score = exact(net, test_pictures, test_labels)
            speed = steps * BATCH / (time.time() - marked)
            print(f"{seen} crops  loss {loss_sum / steps:.3f}  exact {score:.3f}  {speed:.0f}/s", flush=True)
            with open(options.out / "log.csv", "a", newline="") as log:
                csv.writer(log).writerow([seen, f"{loss_sum / steps:.4f}", f"{score:.4f}", f"{speed:.0f}"])
            torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "seen": seen}, str(checkpoint) + ".new")
            os.replace(str(checkpoint) + ".new", checkpoint)
            marked, loss_sum, steps = time.time(), 0.0, 0
    export(net.cpu(), options.out / "reader.onnx")
    print("stopped at", seen, flush=True)


if __name__ == "__main__":
    main()
