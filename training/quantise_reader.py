#!/usr/bin/env python3
"""Makes 8-bit copies of the reader and says what they read and cost beside the original.

    training/quantise_reader.py --crops CROPS.npz --out DIR

The first run, with the packages that README.md names, writes the generated crops. The second one wants onnxruntime, onnx and
numpy only (pip, in an environment of its own), and writes reader-dynamic.onnx and reader-static.onnx to DIR; the static one
is calibrated on crops that the test does not hold. Times are processor time of one thread.
"""

import argparse
import pathlib
import sys
import time

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))

READER = pathlib.Path(__file__).resolve().parents[1] / "src/main/resources/models/plate-reader.onnx"
TEST_CROPS, CALIBRATION_CROPS = 400, 150
CLASSES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"
LEAST_PRESENCE = 0.3


def write_crops(path):
    from platelab import crop_stream

    test, labels = crop_stream.fixed_set(TEST_CROPS)
    calibration, _ = crop_stream.fixed_set(CALIBRATION_CROPS, seed=17)
    np.savez_compressed(path, test=test.numpy(), labels=np.array(labels), calibration=calibration.numpy())
    print(f"{path} is written; run the same command again with onnxruntime")


def text(cells):
    """What one crop's output [43, 8, 40] says: peaks of presence, left to right, line by line."""
    presence = 1 / (1 + np.exp(-cells[0]))
    around = np.pad(presence, 1, constant_values=0)
    shifted = [around[y : y + 8, x : x + 40] for y in range(3) for x in range(3)]
    found = []
    for row, column in np.argwhere((presence > LEAST_PRESENCE) & (presence >= np.max(shifted, 0))):
        dx, _, width, _ = cells[39:43, row, column]
        glyph = (int(cells[38, row, column] > 0), column + 0.5 + dx, width, presence[row, column], int(cells[1:38, row, column].argmax()))
        found.append(glyph)
    kept = []
    for glyph in sorted(found, key=lambda g: -g[3]):
        if all(glyph[0] != k[0] or abs(glyph[1] - k[1]) > 0.45 * min(glyph[2], k[2]) for k in kept):
            kept.append(glyph)
    return "".join(CLASSES[g[4]] for g in sorted(kept, key=lambda g: g[:2]))


def session(path):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def measure(path, crops, original=None):
    """Prints one copy's line; returns its outputs and texts."""
    net = session(path)
    name = net.get_inputs()[0].name
    feeds = [{name: crop[None]} for crop in crops["test"]]
    net.run(None, feeds[0])
    started = time.process_time()
    cells = [net.run(None, feed)[0][0] for feed in feeds]
    millis = (time.process_time() - started) * 1000 / len(feeds)
    texts = [text(c) for c in cells]
    exact = sum(t == label for t, label in zip(texts, crops["labels"])) / len(texts)
    line = f"{path.name}: {path.stat().st_size // 1024} KB, {millis:.2f} ms, exact {exact:.3f}"
    if original:
        same = sum(a == b for a, b in zip(texts, original[1])) / len(texts)
        most = max(float(np.abs(a - b).max()) for a, b in zip(cells, original[0]))
        line += f", same text {same:.3f}, largest difference {most:.2g}"
    print(line, flush=True)
    return cells, texts


def quantise(crops, out):
    from onnxruntime import quantization

    class Calibration(quantization.CalibrationDataReader):
        def __init__(self, name):
            self.feed = iter([{name: crop[None]} for crop in crops["calibration"]])

        def get_next(self):
            return next(self.feed, None)

    prepared, dynamic, static = (out / f"reader-{kind}.onnx" for kind in ("prepared", "dynamic", "static"))
    quantization.quant_pre_process(str(READER), str(prepared), skip_symbolic_shape=True)
    quantization.quantize_dynamic(str(prepared), str(dynamic), weight_type=quantization.QuantType.QUInt8)
    quantization.quantize_static(
        str(prepared), str(static), Calibration(session(READER).get_inputs()[0].name), quant_format=quantization.QuantFormat.QDQ,
        per_channel=True, activation_type=quantization.QuantType.QUInt8, weight_type=quantization.QuantType.QInt8,
    )  # fmt: skip
    return dynamic, static


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crops", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    if not options.crops.exists():
        write_crops(options.crops)
        return
    options.out.mkdir(parents=True, exist_ok=True)
    crops = np.load(options.crops)
    crops = {key: crops[key] for key in crops.files}
    original = measure(READER, crops)
    for copy in quantise(crops, options.out):
        measure(copy, crops, original)


if __name__ == "__main__":
    main()
