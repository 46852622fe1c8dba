#!/usr/bin/env python3
"""Measures how often the reader is right where it says it is sure: the points of its ConfidenceCurve.

    training/calibrate_reader.py --checkpoint DIR/checkpoint.pt [--crops 3000] [--chart reliability.png]

Characters are compared in place: a decoded one counts as right where the generator put that character.
"""

import argparse
import pathlib
import sys

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from platelab import crop_stream, reader_net  # noqa: E402

EDGES = [0, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 0.99, 1.0001]


def scores_of(net, crops, seed):
    """Pairs of (score, right) for every character that the net reports."""
    rng = np.random.default_rng(seed)
    make = crop_stream.factory().make
    pairs = []
    for _ in range(crops // 100):
        made = [make(rng, 1.0) for _ in range(100)]
        with torch.no_grad():
            outs = net(torch.from_numpy(np.stack([m[0] for m in made])[:, None]).float() / 255)
        for out, (_, truth, _) in zip(outs, made):
            present = truth[truth[:, 0] >= 0]
            for char, score, _, x, y, _, _ in reader_net.decode(out):
                near = present[
                    (np.abs(present[:, 2] - x) < 0.5 * present[:, 4]) & (np.abs(present[:, 3] - y) < 0.5 * present[:, 5])
                ]
                pairs.append((score, any(reader_net.CLASSES[int(g[0])] == char for g in near)))
    return np.array(pairs, np.float64)


def rising(points):
    """Pools neighbours until the shares no longer fall (isotonic regression)."""
    pools = []
    for score, share, count in points:
        pools.append([score * count, share * count, count])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] > pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    return [(s / n, r / n) for s, r, n in pools]


def chart(points, path):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5, 5), dpi=110)
    axes.plot([0, 1], [0, 1], "--", color="#999999", label="as sure as right")
    axes.plot(*zip(*points), "o-", color="#0b6e4f", label="plate reader")
    axes.set(xlabel="what the network says", ylabel="share of characters that are right", xlim=(0, 1), ylim=(0, 1.01))
    axes.legend()
    figure.tight_layout()
    figure.savefig(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=pathlib.Path, required=True)
    parser.add_argument("--crops", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=4242)
    parser.add_argument("--chart", type=pathlib.Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    net = reader_net.ReaderNet()
    net.load_state_dict(torch.load(options.checkpoint, map_location="cpu")["net"])
    net.eval()
    pairs = scores_of(net, options.crops, options.seed)
    points = []
    for low, high in zip(EDGES, EDGES[1:]):
        inside = pairs[(pairs[:, 0] >= low) & (pairs[:, 0] < high)]
        if len(inside) >= 30:
            points.append((inside[:, 0].mean(), inside[:, 1].mean(), len(inside)))
            print(f"{low:.2f}-{min(high, 1):.2f}  {len(inside):6d} characters  {100 * inside[:, 1].mean():.2f} % right")
    curve = rising(points)
    print("scores       ", ", ".join(f"{s:.3f}f" for s, _ in curve))
    print("probabilities", ", ".join(f"{p:.4f}f" for _, p in curve))
    if options.chart:
        chart(curve, options.chart)


if __name__ == "__main__":
    main()
