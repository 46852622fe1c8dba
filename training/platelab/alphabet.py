"""The plate alphabets as bitmaps: stroke skeletons of our own, rasterised once in many weights.

Every alphabet file has the form of src/main/resources/plate/alphabet.txt, which the product draws from too.
"""

import pathlib
import re

import cairo
import cv2
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
VIETNAM = ROOT / "src/main/resources/plate/alphabet.txt"
EUROPE = ROOT / "training/alphabets/european.txt"
HEIGHT = 96  # pixels of ink height of a mask


class Alphabet:
    """Glyph skeletons: character -> (advance, path), in units of ``height``."""

    def __init__(self, path):
        self.height, self.stroke, self.glyphs = 100.0, 14.0, {}
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            words = line.split(None, 3)
            if not words or words[0].startswith("#"):
                continue
            if words[0] in ("height", "stroke"):
                setattr(self, words[0], float(words[1]))
            elif words[0] == "glyph":
                self.glyphs[words[1]] = (float(words[2]), words[3])

    def mask(self, char, weight=1.0, round_ends=False, slant=0.0):
        """Ink of a character, float32 0..1, HEIGHT rows and as many columns as its advance asks for.

        weight scales the stroke; slant is the shear in units of height.
        """
        advance, path = self.glyphs[char]
        scale = HEIGHT / self.height
        width = max(2, int(round(advance * scale)))
        surface = cairo.ImageSurface(cairo.FORMAT_A8, width, HEIGHT)
        ctx = cairo.Context(surface)
        ctx.transform(cairo.Matrix(1, 0, -slant, 1, slant * HEIGHT / 2, 0))
        ctx.scale(scale, scale)
        ctx.set_line_width(self.stroke * weight)
        ctx.set_line_join(cairo.LINE_JOIN_ROUND if round_ends else cairo.LINE_JOIN_MITER)
        ctx.set_line_cap(cairo.LINE_CAP_ROUND if round_ends else cairo.LINE_CAP_BUTT)
        draw(ctx, path)
        ctx.stroke()
        data = np.frombuffer(surface.get_data(), np.uint8).reshape(HEIGHT, surface.get_stride())
        return data[:, :width].astype(np.float32) / 255


def draw(ctx, path):
    tokens = re.findall(r"[MLCZ]|-?[\d.]+", path)
    i = 0

    def take(n):
        nonlocal i
        values = [float(t) for t in tokens[i : i + n]]
        i += n
        return values

    while i < len(tokens):
        command = tokens[i]
        i += 1
        if command == "M":
            ctx.move_to(*take(2))
        elif command == "L":
            ctx.line_to(*take(2))
        elif command == "C":
            ctx.curve_to(*take(6))
        else:
            ctx.close_path()


class Typeface:
    """One alphabet in one cut, with its masks made once."""

    def __init__(self, alphabet, weight, round_ends=False, slant=0.0):
        self.masks = {c: alphabet.mask(c, weight, round_ends, slant) for c in alphabet.glyphs}


def typefaces(path=VIETNAM):
    """The cuts a generator draws from: real plates differ in weight, wear and press."""
    alphabet = Alphabet(path)
    return [
        Typeface(alphabet, weight, round_ends, slant)
        for weight in (0.8, 0.92, 1.04, 1.18)
        for round_ends in (False, True)
        for slant in (0.0,)
    ]


class FontFace:
    """A font of the system, for the plates of countries whose alphabet we have not drawn."""

    def __init__(self, family, bold=False, squeeze=1.0):
        self.masks = {c: self._mask(family, bold, squeeze, c) for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}

    @staticmethod
    def _mask(family, bold, squeeze, char):
        surface = cairo.ImageSurface(cairo.FORMAT_A8, 4 * HEIGHT, 3 * HEIGHT)
        ctx = cairo.Context(surface)
        weight = cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL
        ctx.select_font_face(family, cairo.FONT_SLANT_NORMAL, weight)
        ctx.set_font_size(HEIGHT)
        tall = ctx.text_extents("H").height
        ctx.set_font_size(HEIGHT * HEIGHT / tall)
        box = ctx.text_extents(char)
        ctx.move_to(HEIGHT - box.x_bearing, 2 * HEIGHT)
        ctx.show_text(char)
        surface.flush()
        data = np.frombuffer(surface.get_data(), np.uint8).reshape(3 * HEIGHT, surface.get_stride())
        space = 0.07 * HEIGHT
        left, right = int(HEIGHT - space), int(HEIGHT + box.width + space)
        mask = data[HEIGHT : 2 * HEIGHT, left:right].astype(np.float32) / 255
        return cv2.resize(mask, (max(2, int(mask.shape[1] * squeeze)), HEIGHT), interpolation=cv2.INTER_AREA)


FONTS = [  # family, bold, squeeze; fonts-roadgeek, fonts-opendin, fonts-routed-gothic, fonts-osifont, fonts-dejavu-core
    ("Roadgeek 2014 Series B", False, 1.0), ("Roadgeek 2014 Series C", False, 0.9), ("Roadgeek 2014 Series D", False, 0.85),
    ("Roadgeek 2014 Series D", False, 1.0), ("OSP-DIN", False, 1.0), ("Routed Gothic", True, 0.8),
    ("DejaVu Sans Condensed", True, 0.75), ("osifont", True, 0.9),
]


def general_typefaces():
    """Every cut that a plate of an unknown country may be drawn in: our alphabets and, for variety, free fonts."""
    own = typefaces() + (typefaces(EUROPE) * 2 if EUROPE.exists() else [])
    return own + [FontFace(*font) for font in FONTS]
