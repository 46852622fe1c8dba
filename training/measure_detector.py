#!/usr/bin/env python3
"""Measures a detector on labelled photographs: how many plates it finds, how well its boxes fit, how often it is wrong.

    training/measure_detector.py DIR [--model FILE.onnx] [--threshold 0.4] [--sweep] [--width 384] [--sheet FILE.png]

DIR holds sets: <set>/labels.csv (file,text,x,y,w,h,lines) and <set>/images. Pictures without a labelled box are left out.
A plate is found when a box has IoU >= 0.5 with it. A false box touches no labelled plate (IoU < 0.2): a plate that nobody
labelled counts as one too. The whole picture is scaled to the width and height below, without distortion.
"""

import argparse
import csv
import pathlib
import time

import cv2
import numpy as np

STRIDE = 8
MODEL = pathlib.Path(__file__).resolve().parents[1] / "src/main/resources/models/plate-detector.onnx"


class Detector:
    """The shipped net with the peaks and the suppression that the product uses."""

    def __init__(self, path, width=384, height=224):
        self.net = cv2.dnn.readNetFromONNX(str(path))
        self.width, self.height, self.seconds, self.pictures = width, height, 0.0, 0

    def find(self, grey, threshold):
        """Rows of x0, y0, x1, y1, score in the picture's pixels, best first."""
        scale = min(self.width / grey.shape[1], self.height / grey.shape[0], 1.0)
        w, h = round(grey.shape[1] * scale), round(grey.shape[0] * scale)
        small = cv2.resize(grey, (w, h), interpolation=cv2.INTER_AREA)
        canvas = np.zeros((self.height, self.width), np.uint8)
        canvas[:h, :w] = small
        started = time.process_time()
        self.net.setInput(canvas[None, None].astype(np.float32) / 255)
        heat, box = self.net.forward(["heat", "box"])
        self.seconds, self.pictures = self.seconds + time.process_time() - started, self.pictures + 1
        heat, box = heat[0, 0], box[0]
        peaks = (heat >= threshold) & (heat >= cv2.dilate(heat, np.ones((3, 3))))
        ys, xs = np.nonzero(peaks)
        cx, cy = (xs + 0.5) * STRIDE, (ys + 0.5) * STRIDE
        left, top, right, bottom = box[:, ys, xs]
        rows = np.stack([cx - left, cy - top, cx + right, cy + bottom], 1) / scale
        rows = np.concatenate([rows, heat[ys, xs][:, None]], 1)
        kept = []
        for row in rows[np.argsort(-rows[:, 4])]:
            if all(iou(row, k) < 0.4 for k in kept):
                kept.append(row)
        return kept


def iou(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)


def labelled(folder):
    """file -> boxes as x0, y0, x1, y1."""
    found = {}
    with open(folder / "labels.csv", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["x"] and row["w"]:
                x, y, w, h = (float(row[k]) for k in "xywh")
                found.setdefault(row["file"], []).append((x, y, x + w, y + h))
    return found


def score(truth, found, threshold):
    """(plates, found, IoU sum of the found, false boxes) of one picture."""
    found = [f for f in found if f[4] >= threshold]
    best = [max((iou(t, f) for f in found), default=0.0) for t in truth]
    hits = [b for b in best if b >= 0.5]
    false = sum(all(iou(t, f) < 0.2 for t in truth) for f in found)
    return np.float64([len(truth), len(hits), sum(hits), false])


def picture_of(grey, truth, found):
    shown = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)
    for boxes, colour in ((truth, (0, 255, 0)), (found, (0, 0, 255))):
        for b in boxes:
            cv2.rectangle(shown, (int(b[0]), int(b[1])), (int(b[2]), int(b[3])), colour, max(1, shown.shape[1] // 400))
    shown = cv2.resize(shown, (400, round(400 * shown.shape[0] / shown.shape[1])), interpolation=cv2.INTER_AREA)
    for f in found:
        at = (int(f[0] * 400 / grey.shape[1]), int(f[1] * 400 / grey.shape[1]) - 2)
        cv2.putText(shown, f"{f[4]:.2f}", at, cv2.FONT_HERSHEY_PLAIN, 0.8, (0, 0, 255), 1, cv2.LINE_AA)
    return cv2.copyMakeBorder(shown[:300], 0, max(0, 300 - shown.shape[0]), 0, 0, cv2.BORDER_CONSTANT)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--model", type=pathlib.Path, default=MODEL)
    parser.add_argument("--threshold", type=float, default=0.4)
    parser.add_argument("--sweep", action="store_true", help="also the thresholds round it")
    parser.add_argument("--width", type=int, default=384)
    parser.add_argument("--height", type=int, default=224)
    parser.add_argument("--sheet", type=pathlib.Path, help="a picture of misses and false boxes (truth green, found red)")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    detector = Detector(options.model, options.width, options.height)
    thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6] if options.sweep else [options.threshold]
    lowest, wrong = min([*thresholds, options.threshold]), []
    print(f"{'set':20}{'pictures':>9}{'plates':>8}{'threshold':>11}{'recall':>8}{'IoU':>7}{'false/picture':>15}")
    for folder in sorted(p.parent for p in options.folder.glob("*/labels.csv")):
        sums = {t: np.zeros(4) for t in thresholds}
        files = labelled(folder)
        for name, truth in files.items():
            grey = cv2.imread(str(folder / "images" / name), cv2.IMREAD_GRAYSCALE)
            found = detector.find(grey, lowest)
            for t in thresholds:
                sums[t] += score(truth, found, t)
            own = score(truth, found, options.threshold)
            if options.sheet and (own[1] < own[0] or own[3] > 0):
                wrong.append(picture_of(grey, truth, [f for f in found if f[4] >= lowest]))
        for t, (plates, hits, fit, false) in sums.items():
            n = len(files)
            if plates:
                print(f"{folder.name:20}{n:9}{int(plates):8}{t:11.2f}{hits / plates:8.3f}{fit / max(hits, 1):7.3f}{false / n:15.3f}")
    print(f"{1000 * detector.seconds / max(detector.pictures, 1):.1f} ms CPU a picture (OpenCV DNN, one thread)")
    if options.sheet and wrong:
        blank = np.zeros_like(wrong[0])
        wrong = wrong[:60]
        wrong += [blank] * (-len(wrong) % 5)
        cv2.imwrite(str(options.sheet), np.vstack([np.hstack(wrong[i : i + 5]) for i in range(0, len(wrong), 5)]))


if __name__ == "__main__":
    main()
