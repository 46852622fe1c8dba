"""Single lines of plate writing, cut as the product cuts them for a line reader, each with its text."""

import cv2
import numpy as np

from . import alphabet, plates, texts

HEIGHT = 36
NARROWEST, WIDEST = 40, 420
CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"

# Of GlyphLine in the product: room beside and above the characters, as shares of their size.
ROOM_BESIDE, ROOM_ABOVE = 0.35, 0.18


def vietnamese(rng):
    """A text by how often its kind passes a Vietnamese gate; some general ones, so that no place is for digits alone."""
    two, roll = rng.random() < 0.5, rng.random()
    if roll < 0.3:
        return texts.car(rng, two)
    if roll < 0.68:
        return texts.motorbike(rng)
    if roll < 0.75:
        return texts.electric(rng)
    if roll < 0.82:
        return texts.special(rng, two)
    if roll < 0.86:
        return texts.foreign(rng, two)
    if roll < 0.9:
        return texts.army(rng, two)
    return texts.general(rng)


class LineFactory:
    """Makes lines: grey uint8 [HEIGHT, any width], dark writing on light ground, and the text without separators."""

    def __init__(self):
        faces = alphabet.typefaces()
        self.artist = plates.PlateArtist(faces, faces)

    def make(self, rng, hard=1.0):
        """The lines of one plate, upper first. ``hard`` 0..1 is how much the lane does to them."""
        text = vietnamese(rng)
        plate, placed = self.artist.draw(rng, text)
        if hard > 0:
            plates.wear(rng, plate)
        seen, to_crop = plates.CropFactory._see(rng, plate, len(text.lines), hard)
        if hard > 0:
            plates.light(rng, seen)
        seen = plates.camera(rng, seen, hard)
        grey = cv2.cvtColor(seen, cv2.COLOR_BGR2GRAY)
        for row in range(len(text.lines)):
            glyphs = [g for g in placed if g[1] == row]
            line = self._cut(rng, grey, [self._seen(g, to_crop) for g in glyphs], hard)
            yield dark_on_light(line), "".join(g[0] for g in glyphs)

    @staticmethod
    def _seen(glyph, to_crop):
        """Centre and size of a character in the camera's picture."""
        _, _, x, y, w, h = glyph
        corners = np.float32([[[x - w / 2, y - h / 2], [x + w / 2, y - h / 2], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2]]])
        at = cv2.perspectiveTransform(corners, to_crop)[0]
        return (*at.mean(0), *((at.max(0) - at.min(0) + np.abs(at[2] - at[0])) / 2))

    @staticmethod
    def _cut(rng, grey, glyphs, hard):
        """Through the characters' centres by least squares, as GlyphLine, with the errors of a real network."""
        x, y, w, h = np.float64(glyphs).T
        slope, middle = np.polyfit(x, y, 1) if len(x) > 2 else (0.0, y.mean())
        slope += rng.normal(0, 0.012) * hard
        width, height = w.mean(), h.mean() * (1 + 2 * ROOM_ABOVE) * rng.uniform(1 - 0.12 * hard, 1 + 0.3 * hard)
        middle += rng.normal(0, 0.035) * hard * height
        beside = width * (0.5 + ROOM_BESIDE + rng.normal(0, 0.12, 2) * hard)
        left, right = x[0] - beside[0], x[-1] + beside[1]
        if rng.random() < 0.4:  # where one more character would fit beside them, the product cuts wider
            left -= rng.uniform(0, 0.6) * width
        if rng.random() < 0.4:
            right += rng.uniform(0, 0.6) * width
        shown = int(np.clip(round((right - left) * HEIGHT / height), NARROWEST, WIDEST))
        at = [(left, -0.5), (right, -0.5), (right, 0.5), (left, 0.5)]
        source = np.float32([[px, middle + slope * px + side * height] for px, side in at])
        target = np.float32([[0, 0], [shown, 0], [shown, HEIGHT], [0, HEIGHT]])
        matrix = cv2.getPerspectiveTransform(source, target)
        return cv2.warpPerspective(grey, matrix, (shown, HEIGHT), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def dark_on_light(line):
    """As LineTone in the product: ground is what most pixels of the middle rows show."""
    band = line[HEIGHT // 4 : -HEIGHT // 4]
    low, high = np.percentile(band, (4, 96))
    return line if np.median(band) * 2 >= low + high else 255 - line


def is_legible(line):
    """Whether there is writing to be seen at all: from pure glare a network only learns to guess."""
    low, high = np.percentile(line[HEIGHT // 4 : -HEIGHT // 4], (4, 96))
    return high - low > 25
