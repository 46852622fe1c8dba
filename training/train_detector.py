#!/usr/bin/env python3
"""Trains the detector on painted scenes and licensed photographs. Resumable: run the same command again after any stop.

    training/train_detector.py --out DIR [--photos DIR] [--pictures 100000] [--seed 1] [--minutes M]

DIR gets checkpoint.pt (weights, their running mean, optimiser, how far), log.csv and, at each checkpoint, plate-detector.onnx.
"""

import argparse
import copy
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
from platelab import alphabet, detector_net, scenes  # noqa: E402

BATCH = 16
WIDTH, HEIGHT = 384, 224
POOL = 3000  # scenes kept to be cropped and lit anew
FRESH = 0.2  # share of samples for which a new scene is made


class Views(torch.utils.data.IterableDataset):
    """An endless stream of batches; every resumption draws from its own seed."""

    def __init__(self, seed, start, photos):
        self.seed, self.start, self.photos = seed, start, photos

    def __iter__(self):
        cv2.setNumThreads(1)
        torch.set_num_threads(1)
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, self.start, worker.id if worker else 0])
        shelf = scenes.PhotoShelf(self.photos) if self.photos else None
        factory = scenes.SceneFactory(alphabet.typefaces(), shelf)
        pool = []
        while True:
            batch = [self._sample(rng, factory, pool) for _ in range(BATCH)]
            pictures = torch.from_numpy(np.stack([b[0] for b in batch])[:, None])
            yield (pictures, *(torch.stack(t) for t in zip(*(b[1] for b in batch))))

    @staticmethod
    def _sample(rng, factory, pool):
        if len(pool) < 64 or rng.random() < (FRESH if len(pool) == POOL else 0.5):
            scene = factory.make(rng)
            if len(pool) < POOL:
                pool.append(scene)
            else:
                pool[int(rng.integers(POOL))] = scene
        else:
            scene = pool[int(rng.integers(len(pool)))]
        picture, boxes, ignored = view(rng, scene)
        return picture, detector_net.targets(boxes, ignored, HEIGHT, WIDTH)


def view(rng, scene):
    """A crop of a scene at the net's size, at times mirrored, darker, inverted or with a blank margin."""
    least = max(WIDTH / scenes.WIDTH, HEIGHT / scenes.HEIGHT)
    scale = rng.uniform(least, 1.2)
    x = rng.uniform(0, scenes.WIDTH - WIDTH / scale)
    y = rng.uniform(0, scenes.HEIGHT - HEIGHT / scale)
    stretch = rng.uniform(0.94, 1.0)  # in x only
    matrix = np.float32([[scale * stretch, 0, -x * scale * stretch], [0, scale, -y * scale]])
    mirrored = rng.random() < 0.4
    if mirrored:
        matrix[0] = [-matrix[0, 0], 0, WIDTH - matrix[0, 2]]
    picture = cv2.warpAffine(scene.picture, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    boxes, ignored = [], []
    for rows, good in ((scene.boxes, True), (scene.ignored, False)):
        for b in rows * [matrix[0, 0], scale, matrix[0, 0], scale] + [matrix[0, 2], matrix[1, 2]] * 2:
            x0, x1 = min(b[0], b[2]), max(b[0], b[2])
            c = [max(x0, 0), max(b[1], 0), min(x1, WIDTH), min(b[3], HEIGHT)]
            if c[2] <= c[0] or c[3] <= c[1]:
                continue
            seen = (c[2] - c[0]) * (c[3] - c[1]) / ((x1 - x0) * (b[3] - b[1]))
            (boxes if good and seen > 0.85 else ignored).append(c)
    low, high = sorted(rng.uniform(-0.15, 1.15, 2)) if rng.random() < 0.1 else (rng.uniform(-0.12, 0.1), rng.uniform(0.75, 1.2))
    table = np.clip(np.linspace(low, max(high, low + 0.3), 256) * 255, 0, 255).astype(np.uint8)
    picture = cv2.LUT(picture, table)
    if rng.random() < 0.2:  # letterbox, where no plate is hurt
        margin = int(rng.integers(1, 80))
        if all(b[2] < WIDTH - margin for b in boxes + ignored):
            picture[:, WIDTH - margin :] = int(rng.choice([0, 0, 128, 114]))
    return picture, boxes, ignored


def export(net, path):
    net = copy.deepcopy(net).cpu().eval()
    torch.onnx.export(
        net,
        torch.zeros(1, 1, HEIGHT, WIDTH),
        str(path),
        opset_version=13,
        input_names=["grey"],
        output_names=["heat", "box"],
        dynamic_axes={
            "grey": {0: "n", 2: "height", 3: "width"},
            "heat": {0: "n", 2: "rows", 3: "columns"},
            "box": {0: "n", 2: "rows", 3: "columns"},
        },
    )


def rate(seen, total, top=3e-3):
    warm = min(1.0, seen / 2_000)
    return top * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, seen / total))))


def follow(mean, net, step):
    """The running mean of the weights is what ships: steadier than any one step."""
    keep = min(0.998, (1 + step) / (10 + step))
    with torch.no_grad():
        for slow, fast in zip(mean.state_dict().values(), net.state_dict().values()):
            if slow.dtype.is_floating_point:
                slow.mul_(keep).add_(fast, alpha=1 - keep)
            else:
                slow.copy_(fast)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--photos", type=pathlib.Path, help="folder with images/ and boxes.csv; without it all is painted")
    parser.add_argument("--pictures", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after this long, with a checkpoint")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(options.seed)
    torch.set_num_threads(int(os.environ.get("TORCH_THREADS", "1")))

    net = detector_net.DetectorNet().to(device, memory_format=torch.channels_last)
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=1e-4)
    seen, checkpoint = 0, options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        net.load_state_dict(state["net"])
        mean.load_state_dict(state["mean"])
        optimiser.load_state_dict(state["optimiser"])
        seen = state["seen"]
        print(f"going on at {seen} pictures", flush=True)
    print(f"{sum(p.numel() for p in net.parameters())} parameters, {device}", flush=True)

    stream = iter(torch.utils.data.DataLoader(Views(options.seed, seen, options.photos), batch_size=None, num_workers=1))
    started = marked = time.time()
    sums, steps = np.zeros(2), 0
    while True:
        over = seen >= options.pictures or time.time() - started > 60 * options.minutes
        if over or time.time() - marked > 90:
            speed = steps * BATCH / (time.time() - marked)
            heat, box = sums / max(steps, 1)
            print(f"{seen} pictures  heat {heat:.3f}  box {box:.3f}  {speed:.0f}/s", flush=True)
            with open(options.out / "log.csv", "a", newline="") as log:
                csv.writer(log).writerow([seen, f"{heat:.4f}", f"{box:.4f}", f"{speed:.0f}"])
            state = {"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "seen": seen}
            torch.save(state, str(checkpoint) + ".new")
            os.replace(str(checkpoint) + ".new", checkpoint)
            export(mean, options.out / "plate-detector.onnx")
            marked, sums, steps = time.time(), np.zeros(2), 0
        if over:
            break
        pictures, *target = next(stream)
        pictures = pictures.to(device).float().div_(255).contiguous(memory_format=torch.channels_last)
        for group in optimiser.param_groups:
            group["lr"] = rate(seen, options.pictures)
        heat, box = net.logits(pictures)
        heat_loss, box_loss = detector_net.loss_of(heat, box, [t.to(device) for t in target])
        optimiser.zero_grad(set_to_none=True)
        (heat_loss + 1.5 * box_loss).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        follow(mean, net, seen // BATCH)
        seen, steps = seen + len(pictures), steps + 1
        sums += [heat_loss.item(), box_loss.item()]
    print("stopped at", seen, flush=True)


if __name__ == "__main__":
    main()
