#!/usr/bin/env python3
"""Makes a labelled set of generated pictures, to measure readers on: every kind of plate, each on a vehicle in a lane.

    training/make_set.py --out DIR [--count 5000] [--seed 2008]

DIR gets images/*.jpg and labels.csv (file,text,x,y,w,h,lines,kind; the box in pixels). Picture n depends on the seed and on n
alone, so a smaller set is the beginning of a larger one. The trainings draw from other seeds.
"""

import argparse
import csv
import pathlib
import sys

import cv2
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from platelab import alphabet, plates, scenes, texts  # noqa: E402

SIZES = [(472, 303), (472, 303), (512, 320), (600, 450), (640, 360), (640, 480)]
NARROWEST, WIDEST = 58, 150  # pixels of a plate's width; two-line ones are that of 0.8
JPEG_QUALITY = 92


class Site(scenes.Stage):
    """A painted vehicle that keeps the place of its plate instead of drawing one."""

    def __init__(self, canvas):
        super().__init__(None, canvas, [], [])
        self.place = None

    def plate(self, rng, cx, cy, width, kind=None, tilt=None, mount=None):
        self.place = (cx, cy, width, 1.0 if tilt is None else tilt)


class SetMaker:
    """Makes picture after picture."""

    def __init__(self):
        self.artist = plates.PlateArtist(alphabet.typefaces(), alphabet.general_typefaces())

    def make(self, rng):
        """A BGR uint8 picture, the text on its plate, and the plate's box as x0, y0, x1, y1."""
        text = texts.sample(rng)
        width, height = texts.pick(rng, SIZES)
        scale = max(width / scenes.WIDTH, height / scenes.HEIGHT)
        shown = scenes.log_uniform(rng, NARROWEST, WIDEST) * (0.8 if len(text.lines) == 2 else 1.0)
        # where the plate shall be in the picture, and which part of the painted scene is the picture
        at = np.float32([rng.uniform(0.25, 0.75) * width, rng.uniform(0.35, 0.85) * height])
        spare = np.float32([scenes.WIDTH * scale - width, scenes.HEIGHT * scale - height])
        offset = np.float32([rng.uniform(0, s) if s > 0 else 0 for s in spare])
        site = self._site(rng, text, (at + offset) / scale, shown / scale)
        grey = cv2.resize(site.canvas, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
        left, top = int(offset[0]), int(offset[1])
        grey = grey[top : top + height, left : left + width].astype(np.float32)
        picture = coloured(rng, grey)

        cx, cy, wide, tilt = site.place
        centre = np.float32([cx, cy]) * scale - [left, top]
        quad = self._paste(rng, picture, text, centre, wide * scale, tilt)
        lamps = [(x * scale - left, y * scale - top, r * scale, s) for x, y, r, s in site.lamps]
        picture = plates.camera(rng, lit(rng, picture, lamps), rng.uniform(0.2, 0.9))
        if rng.random() < 0.5:
            caption(rng, picture)
        low, high = np.maximum(quad.min(0), 0), np.minimum(quad.max(0), [width, height])
        return picture, text, [*low, *high]

    @staticmethod
    def _site(rng, text, at, wide):
        site = Site(scenes.ground(rng))
        scenes.lane(rng, site.canvas)
        on_two_wheels = text.kind in ("motorbike", "electric")
        if on_two_wheels:
            scenes.motorbike(rng, site, *at, wide, True)
        else:
            scenes.car(rng, site, *at, wide, "car")
        if site.place is None:
            site.plate(rng, *at, wide)
        return site

    def _paste(self, rng, picture, text, centre, wide, tilt):
        """Projects the plate, worn, with the exposure it has of its own; returns its corners."""
        plate, _ = self.artist.draw(rng, text)
        plate = plate.astype(np.float32)
        plates.wear(rng, plate)
        h, w = plate.shape[:2]
        quad = plates.corners(rng, wide, wide * h / w * rng.uniform(0.85, 1.1), tilt) + np.float32(centre)
        smooth = int(round(w / wide * rng.uniform(0.7, 1.1)))
        if smooth > 1:  # area filter before scaling down
            plate = cv2.blur(plate, (smooth, smooth))
        plate = np.clip(plate, 0, 255) * rng.uniform(0.5, 1.1)
        corners = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
        matrix = cv2.getPerspectiveTransform(corners, quad.astype(np.float32))
        size = picture.shape[1::-1]
        cv2.warpPerspective(plate, matrix, size, dst=picture, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT)
        return quad


def coloured(rng, grey):
    """Colour as a camera gives it: a cast, patches of paint and ground; at night none."""
    picture = cv2.merge([grey] * 3)
    if rng.random() < 0.75:
        patches = rng.normal(1, 0.05, (int(rng.integers(2, 6)), int(rng.integers(2, 8)), 3)).astype(np.float32)
        picture *= cv2.resize(patches, grey.shape[::-1], interpolation=cv2.INTER_CUBIC)
        picture *= rng.normal(1, 0.05, 3).astype(np.float32)
    return picture


def lit(rng, picture, lamps):
    """The light of the scene, which is shade times the picture plus lamps; brake lights are red."""
    seed = int(rng.integers(1 << 32))
    lamp, both = np.zeros(picture.shape[:2], np.float32), np.ones(picture.shape[:2], np.float32)
    scenes.light(np.random.default_rng(seed), lamp, lamps)
    scenes.light(np.random.default_rng(seed), both, lamps)
    tint = np.float32(texts.pick(rng, [(1, 1, 1), (0.5, 0.5, 1.1), (0.8, 0.9, 1)]))
    return picture * (both - lamp)[..., None] + lamp[..., None] * tint


def caption(rng, picture):
    """What a recorder prints into the picture; it must not be taken for a plate."""
    stamp = f"{rng.integers(1, 29):02d}/{rng.integers(1, 13):02d}/20{rng.integers(10, 30)}"
    clock = f"{rng.integers(0, 24):02d}:{rng.integers(0, 60):02d}:{rng.integers(0, 60):02d}"
    text = texts.pick(rng, [f"{stamp} {clock}", clock, f"CAM {rng.integers(1, 20):02d} {clock}"])
    size, font = rng.uniform(7, 14), texts.pick(rng, scenes.FONTS)
    y = texts.pick(rng, [size + 6, picture.shape[0] - 8])
    scenes.write(picture, text, rng.uniform(4, 30), y, size, texts.pick(rng, [(255,) * 3, (0,) * 3, (40, 230, 230)]), font)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=2008)
    options = parser.parse_args()
    images = options.out / "images"
    images.mkdir(parents=True, exist_ok=True)
    cv2.setNumThreads(1)
    maker = SetMaker()
    with open(options.out / "labels.csv", "w", newline="", encoding="utf-8") as labels:
        rows = csv.writer(labels, lineterminator="\n")
        rows.writerow("file,text,x,y,w,h,lines,kind".split(","))
        for n in range(options.count):
            picture, text, (x0, y0, x1, y1) = maker.make(np.random.default_rng([options.seed, n]))
            name = f"{n:05d}.jpg"
            cv2.imwrite(str(images / name), picture, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
            box = [round(float(v), 1) for v in (x0, y0, x1 - x0, y1 - y0)]
            rows.writerow([name, text.label, *box, len(text.lines), text.kind])
            if (n + 1) % 250 == 0:
                print(f"{n + 1} of {options.count} pictures", flush=True)


if __name__ == "__main__":
    main()
