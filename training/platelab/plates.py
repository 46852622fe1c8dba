"""Draws a clean plate and then everything that a lane does to it: one reader crop with its label.

All pictures are BGR uint8. A crop is what the product's detector would cut: the plate with some margin, any tilt, at the
camera's resolution, scaled to the net's input.
"""

import cv2
import numpy as np

from . import texts

INPUT_WIDTH, INPUT_HEIGHT = 160, 64
MOST = 12  # characters of a crop at most
SHAPES = {"long": (520, 110), "short": (330, 165), "motorbike": (190, 140), "american": (305, 152)}
STATES = "CALIFORNIA TEXAS NEVADA OHIO FLORIDA NEW YORK KANSAS ARIZONA UTAH IDAHO MAINE SUNSHINE STATE EXPLORE THE".split()
GROUNDS = {  # ground, ink, as BGR
    "white": ((236, 238, 236), (22, 22, 24)),
    "yellow": ((40, 190, 240), (20, 20, 22)),
    "blue": ((150, 70, 20), (240, 240, 240)),
    "red": ((40, 30, 170), (240, 240, 240)),
    "foreign": ((236, 238, 236), (40, 30, 170)),
    "black": ((24, 24, 26), (235, 235, 235)),
    "green": ((90, 130, 40), (235, 235, 235)),
}


def shape_of(rng, text):
    if len(text.lines) == 1:
        w, h = SHAPES["long"]
        if text.kind == "general":
            if rng.random() < 0.45 and len(text.lines[0]) <= 8:
                return SHAPES["american"]
            w = int(rng.integers(210, 560)) if rng.random() < 0.5 else w
        return w, h
    w, h = SHAPES["motorbike" if text.kind in ("motorbike", "electric") or rng.random() < 0.2 else "short"]
    return w, h


def colours_of(rng, text):
    if text.kind in ("car", "motorbike", "special"):
        name = texts.pick(rng, ["white"] * 7 + ["yellow"] * 2 + ["blue"])
    elif text.kind == "army":
        name = "red"
    elif text.kind == "foreign":
        name = "foreign"
    elif text.kind == "general":
        name = texts.pick(rng, ["white"] * 6 + ["yellow", "blue", "black", "green", "red"])
        if rng.random() < 0.25:  # any ink on any light ground, as North American plates
            ground = rng.integers(150, 256, 3)
            ink = rng.integers(0, 110, 3)
            return ground.astype(np.float32), ink.astype(np.float32)
    else:
        name = "white"
    ground, ink = GROUNDS[name]
    return (
        np.float32(ground) + rng.normal(0, 10, 3).astype(np.float32),
        np.float32(ink) + rng.normal(0, 12, 3).astype(np.float32),
    )


class PlateArtist:
    """Draws clean plates at about 1 px a millimetre."""

    def __init__(self, faces, general_faces):
        self.faces, self.general_faces = faces, general_faces

    def draw(self, rng, text):
        width, height = shape_of(rng, text)
        ground, ink = colours_of(rng, text)
        mask, glyphs = np.zeros((height, width), np.float32), []
        face = texts.pick(rng, self.general_faces if text.kind == "general" else self.faces)
        lines = text.lines
        share = {1: rng.uniform(0.66, 0.8), 2: rng.uniform(0.34, 0.41)}[len(lines)]
        american = (width, height) == SHAPES["american"]
        letter = (rng.uniform(0.38, 0.56) if american else share) * height
        gap = (height - letter * len(lines)) / (len(lines) + 1)
        band = 0
        if text.kind == "general" and len(lines) == 1 and not american and rng.random() < 0.5:
            band = int(rng.uniform(0.055, 0.11) * width)
        for row, line in enumerate(lines):
            y = gap + row * (letter + gap) + rng.normal(0, 0.6)
            if american:
                y += rng.uniform(-0.05, 0.06) * height
            glyphs += self._line(rng, mask, face, line, y, letter, (band, width), row)
        plate = ground + (ink - ground) * mask[..., None]
        self._emboss(rng, plate, mask)
        if band:
            self._country(rng, plate, band)
        if text.kind == "general":
            self._emblems(rng, plate, text, glyphs)
        if american or (text.kind == "general" and rng.random() < 0.15):
            self._small_print(rng, plate, ink)
        self._frame(rng, plate, ink)
        return plate, glyphs

    @staticmethod
    def _country(rng, plate, band):
        """The strip with the country's letters at the left end, which are not the plate's."""
        h = plate.shape[0]
        tone = np.float32([rng.uniform(90, 200), rng.uniform(20, 90), rng.uniform(0, 60)])
        if rng.random() < 0.15:
            tone = rng.uniform(0, 255, 3)
        plate[:, :band] = tone
        letters = "".join(texts.pick(rng, texts.GENERAL) for _ in range(int(rng.integers(1, 4))))
        size = min(rng.uniform(0.16, 0.32) * h, 1.4 * band / len(letters)) / 22
        (tw, _), _ = cv2.getTextSize(letters, cv2.FONT_HERSHEY_DUPLEX, size, 2)
        at = (int((band - tw) / 2), int(rng.uniform(0.8, 0.95) * h))
        cv2.putText(plate, letters, at, cv2.FONT_HERSHEY_DUPLEX, size, (240, 240, 240), 2, cv2.LINE_AA)
        for turn in np.linspace(0, 2 * np.pi, 12, endpoint=False):
            star = (int(band / 2 + np.cos(turn) * band * 0.3), int(0.3 * h + np.sin(turn) * band * 0.3))
            cv2.circle(plate, star, max(1, band // 16), (60, 220, 240), -1, cv2.LINE_AA)

    @staticmethod
    def _emblems(rng, plate, text, glyphs):
        """Seals and coats of arms where the writing leaves a gap."""
        for before, after in zip(glyphs, glyphs[1:]):
            left, right = before[2] + before[4] / 2, after[2] - after[4] / 2
            if right - left < 0.22 * before[5] or before[1] != after[1] or rng.random() < 0.3:
                continue
            x, room = (left + right) / 2, (right - left) / 2
            for _ in range(int(rng.integers(1, 3))):
                y = before[3] + rng.uniform(-0.4, 0.4) * before[5]
                r = int(max(2, rng.uniform(0.5, 0.95) * room))
                tone = rng.uniform(0, 255, 3).tolist()
                cv2.ellipse(plate, (int(x), int(y)), (r, int(r * rng.uniform(0.9, 1.5))), 0, 0, 360, tone, -1, cv2.LINE_AA)
                for _ in range(int(rng.integers(0, 4))):
                    dot = (int(x + rng.normal(0, r / 2)), int(y + rng.normal(0, r / 2)))
                    cv2.circle(plate, dot, max(1, r // 3), rng.uniform(0, 255, 3).tolist(), -1, cv2.LINE_AA)

    @staticmethod
    def _small_print(rng, plate, ink):
        """State names, mottos, a holder's advertisement: text that is not the plate's."""
        h, w = plate.shape[:2]
        for place in (0.16, 0.97):
            if rng.random() < 0.8:
                words = " ".join(texts.pick(rng, STATES) for _ in range(int(rng.integers(1, 3))))
                size = rng.uniform(0.1, 0.17) * h / 22
                tone = ink if rng.random() < 0.5 else rng.integers(0, 200, 3).astype(np.float32)
                (tw, _), _ = cv2.getTextSize(words, cv2.FONT_HERSHEY_DUPLEX, size, 2)
                at = (int((w - tw) / 2), int(place * h))
                cv2.putText(plate, words, at, cv2.FONT_HERSHEY_DUPLEX, size, tone.tolist(), 1, cv2.LINE_AA)
        if rng.random() < 0.3:  # a picture behind the characters
            cx, cy = rng.uniform(0.2, 0.8) * w, rng.uniform(0.3, 0.8) * h
            layer = plate.copy()
            tone = rng.uniform(60, 240, 3).tolist()
            cv2.ellipse(layer, (int(cx), int(cy)), (int(w * 0.12), int(h * 0.2)), 0, 0, 360, tone, -1)
            cv2.addWeighted(layer, 0.4, plate, 0.6, 0, dst=plate)

    def _line(self, rng, mask, face, line, y, letter, between, row):
        start, width = between
        squeeze = rng.uniform(0.85, 1.15)
        spacing = rng.uniform(-0.02, 0.1) * letter
        glyphs = [face.masks.get(c) for c in line]
        widths = [
            (rng.uniform(0.2, 0.6) * letter if g is None else g.shape[1] / g.shape[0] * letter * squeeze) + spacing for g in glyphs
        ]
        room = width - start - 2 * rng.uniform(7, 14)
        fit = min(1.0, room / sum(widths))
        x = start + (width - start - sum(widths) * fit) / 2 + rng.normal(0, 2)
        placed = []
        for char, glyph, advance in zip(line, glyphs, widths):
            if glyph is not None:
                self._paste(mask, glyph, x + spacing * fit / 2, y, (advance - spacing) * fit, letter)
                if char.isalnum():
                    placed.append((char, row, x + advance * fit / 2, y + letter / 2, (advance - spacing) * fit, letter))
            elif char in "-." and rng.random() < 0.9:
                r = max(2, int(letter * 0.05))
                at = (int(x + advance * fit / 2), int(y + letter * (0.5 if char == "-" else 0.9)))
                long = int(letter * 0.1) if char == "-" else 0
                cv2.rectangle(mask, (at[0] - r - long, at[1] - r), (at[0] + r + long, at[1] + r), 1.0, -1)
            x += advance * fit
        return placed

    @staticmethod
    def _paste(mask, glyph, x, y, w, h):
        w, h, x, y = max(2, int(round(w))), max(2, int(round(h))), int(round(x)), int(round(y))
        small = cv2.resize(glyph, (w, h), interpolation=cv2.INTER_AREA)
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, mask.shape[1]), min(y + h, mask.shape[0])
        if x1 > x0 and y1 > y0:
            part = mask[y0:y1, x0:x1]
            np.maximum(part, small[y0 - y : y1 - y, x0 - x : x1 - x], out=part)

    @staticmethod
    def _emboss(rng, plate, mask):
        if rng.random() < 0.5:
            edge = cv2.Sobel(mask, cv2.CV_32F, 0, 1, ksize=3) + rng.uniform(-1, 1) * cv2.Sobel(
                mask, cv2.CV_32F, 1, 0, ksize=3
            )
            plate += edge[..., None] * rng.uniform(-10, 14)

    @staticmethod
    def _frame(rng, plate, ink):
        h, w = plate.shape[:2]
        if rng.random() < 0.75:
            t = int(rng.integers(1, 5))
            inset = int(rng.integers(0, 5))
            cv2.rectangle(plate, (inset, inset), (w - 1 - inset, h - 1 - inset), ink.tolist(), t, cv2.LINE_AA)
        if rng.random() < 0.2:  # a holder or a shadow along an end, which is not a 1
            t, tone = int(rng.uniform(0.008, 0.03) * w), rng.uniform(0, 90)
            x = int(rng.uniform(0.0, 0.02) * w)
            x = x if rng.random() < 0.5 else w - t - x
            plate[int(rng.uniform(0, 0.3) * h) : int(rng.uniform(0.7, 1) * h), x : x + t] = tone
        for _ in range(int(rng.integers(0, 5))):  # screws, on strokes too
            r = int(rng.integers(2, 6)) if rng.random() < 0.8 else int(rng.uniform(0.03, 0.07) * h)
            at = (int(rng.uniform(0.03, 0.97) * w), int(texts.pick(rng, [0.1, 0.15, 0.5, 0.85, 0.9]) * h))
            tone = rng.uniform(20, 220)
            cv2.circle(plate, at, r, (tone, tone, tone), -1, cv2.LINE_AA)
        if rng.random() < 0.25:  # band or sticker at a side or on top
            tone = rng.uniform(0, 255, 3).tolist()
            if rng.random() < 0.6:
                side = int(rng.uniform(0.02, 0.07) * w)
                x = 0 if rng.random() < 0.7 else w - side
                cv2.rectangle(plate, (x, 0), (x + side, h), tone, -1)
            else:
                size = int(rng.uniform(0.06, 0.14) * h)
                at = (int(rng.uniform(0, w)), int(rng.uniform(0, h)))
                cv2.circle(plate, at, size, tone, -1, cv2.LINE_AA)


def backdrop(rng, width, height):
    """What stands behind a plate: bodywork, shadow, grille; smooth and structured at once."""
    small = rng.uniform(0, 255, (int(rng.integers(2, 7)), int(rng.integers(2, 9)), 3)).astype(np.float32)
    tone = rng.uniform(10, 200)
    small = tone + (small - 128) * rng.uniform(0.05, 0.7)
    how = cv2.INTER_NEAREST if rng.random() < 0.25 else cv2.INTER_CUBIC
    return cv2.resize(small, (width, height), interpolation=how)


def corners(rng, width, height, tilt):
    """Where the plate's corners come to lie round a box of the given size: rotation, shear, perspective."""
    angle, shear = rng.normal(0, 4) * tilt, rng.normal(0, 0.06) * tilt
    turn = np.deg2rad(angle)
    quad = np.float32([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [width / 2, height / 2]
    quad[:, 0] += shear * quad[:, 1]
    quad = quad @ np.float32([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    quad += rng.normal(0, 0.025 * tilt, (4, 2)) * [width, height]
    if rng.random() < 0.2 * tilt:  # seen from the side, up to 45 degrees
        quad = aslant(quad, np.deg2rad(rng.uniform(-45, 45)), np.deg2rad(rng.uniform(-25, 25)), 3.0 * width)
    return quad.astype(np.float32)


def aslant(quad, yaw, pitch, distance):
    """The corners of a plane turned about its upright and then its level axis, seen from so many pixels away."""
    x, y = quad[:, 0], quad[:, 1]
    depth = x * np.sin(yaw)
    x = x * np.cos(yaw)
    depth, y = depth * np.cos(pitch) + y * np.sin(pitch), y * np.cos(pitch) - depth * np.sin(pitch)
    nearer = distance / (distance + depth)
    return np.stack([x * nearer, y * nearer], 1)


def light(rng, picture):
    """Shade, partial shadow and lamps burnt into the picture, in place."""
    h, w = picture.shape[:2]
    ys, xs = np.mgrid[0:h, 0:w].astype(np.float32)
    direction = rng.uniform(0, 2 * np.pi)
    ramp = (np.cos(direction) * xs / w + np.sin(direction) * ys / h) * rng.uniform(0, 0.5)
    picture *= (1 + ramp - ramp.mean())[..., None]
    if rng.random() < 0.25:  # hard shadow edge
        side = (np.cos(direction) * (xs - w * rng.uniform(0.2, 0.8)) + np.sin(direction) * (ys - h / 2)) > 0
        soft = cv2.blur(side.astype(np.float32), (3, 3))
        picture *= (1 - soft * rng.uniform(0.2, 0.65))[..., None]
    if rng.random() < 0.22:  # brake light or headlamp glare
        cx, cy = rng.uniform(-0.1, 1.1) * w, rng.uniform(-0.3, 1.1) * h
        radius = rng.uniform(0.15, 0.6) * w
        spot = np.exp(-((xs - cx) ** 2 + (ys - cy) ** 2) / (2 * radius * radius))
        tint = np.float32(texts.pick(rng, [(255, 255, 255), (120, 120, 255), (190, 225, 255)]))
        picture += spot[..., None] * tint * rng.uniform(0.2, 1.0)
    if rng.random() < 0.06:  # the sun mirrored by a screw or a bent stroke
        cx, cy, radius = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.02, 0.06) * w
        spot = np.exp(-((xs - cx) ** 2 + (ys - cy) ** 2) / (2 * radius * radius))
        picture += spot[..., None] * rng.uniform(60, 255)


def wear(rng, plate):
    """Dirt and scratches on the plate itself, in place."""
    h, w = plate.shape[:2]
    if rng.random() < 0.35:
        blobs = cv2.resize(rng.random((6, 14), np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
        dirt = np.clip((blobs - rng.uniform(0.55, 0.85)) * 4, 0, 1) * rng.uniform(0.2, 0.8)
        tone = np.float32([60, 75, 90]) * rng.uniform(0.4, 1.6)
        plate += (tone - plate) * dirt[..., None]
    for _ in range(int(rng.integers(0, 3)) if rng.random() < 0.3 else 0):
        a = (int(rng.uniform(0, w)), int(rng.uniform(0, h)))
        b = (int(a[0] + rng.normal(0, 0.2 * w)), int(a[1] + rng.normal(0, 0.3 * h)))
        tone = rng.uniform(0, 255)
        cv2.line(plate, a, b, (tone, tone, tone), 1 + int(rng.random() < 0.3), cv2.LINE_AA)


def camera(rng, picture, hard):
    """Lens, sensor and codec: blur, motion, interlacing, noise, exposure, JPEG. Returns uint8."""
    if rng.random() < 0.6:
        sigma = rng.uniform(0.3, 0.5 + 0.9 * hard)
        picture = cv2.GaussianBlur(picture, (0, 0), sigma)
    if rng.random() < 0.25 * hard:
        n = int(rng.integers(2, 5))
        kernel = np.zeros((n, n), np.float32)
        a = rng.uniform(0, np.pi)
        cv2.line(
            kernel,
            (int(n / 2 - np.cos(a) * n / 2), int(n / 2 - np.sin(a) * n / 2)),
            (int(n / 2 + np.cos(a) * n / 2), int(n / 2 + np.sin(a) * n / 2)),
            1,
        )
        picture = cv2.filter2D(picture, -1, kernel / max(kernel.sum(), 1e-6))
    if rng.random() < 0.06 * hard:  # interlacing: every other row a moment later
        picture = picture.copy()
        picture[1::2] = np.roll(picture[1::2], int(rng.integers(1, 3)), axis=1)
    gain, gamma = rng.uniform(0.55, 1.35), rng.uniform(0.7, 1.4)
    picture = 255 * np.power(np.clip(picture * gain / 255, 0, 1), gamma)
    picture += rng.normal(0, rng.uniform(1, 3 + 9 * hard), picture.shape).astype(np.float32)
    if rng.random() < 0.2:  # sharpening by the camera
        picture = cv2.addWeighted(picture, 1.8, cv2.GaussianBlur(picture, (0, 0), 1.2), -0.8, 0)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if rng.random() < 0.7:
        ok, code = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 95))])
        picture = cv2.imdecode(code, cv2.IMREAD_COLOR)
    return picture


class CropFactory:
    """Makes reader crops: grey INPUT_HEIGHT x INPUT_WIDTH uint8, the characters in it, and the text.

    The characters are float32 [MOST, 6]: class index, line, centre x and y, width, height in pixels of the crop; -1 where
    there is none. ``hard`` 0..1 is the curriculum.
    """

    def __init__(self, faces, general_faces, classes):
        self.artist, self.classes = PlateArtist(faces, general_faces), classes

    def make(self, rng, hard=1.0):
        if rng.random() < 0.03:
            return self._nothing(rng, hard)
        text = texts.sample(rng)
        plate, placed = self.artist.draw(rng, text)
        wear(rng, plate)
        seen, to_crop = self._see(rng, plate, len(text.lines), hard)
        light(rng, seen)
        seen = camera(rng, seen, hard)
        scale = np.float32([INPUT_WIDTH / seen.shape[1], INPUT_HEIGHT / seen.shape[0]])
        grey = self._grey(seen)
        characters = np.full((MOST, 6), -1, np.float32)
        for i, (char, row, x, y, w, h) in enumerate(placed[:MOST]):
            corner = np.float32([[[x - w / 2, y - h / 2], [x + w / 2, y - h / 2], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2]]])
            at = cv2.perspectiveTransform(corner, to_crop)[0] * scale
            low, high = at.min(0), at.max(0)
            centre = at.mean(0)
            size = (high - low + np.abs(at[2] - at[0])) / 2
            characters[i] = [self.classes.index(char), row, *centre, *size]
        return grey, characters, text.label

    def _nothing(self, rng, hard):
        """A box that holds no plate: the reader must say nothing."""
        size = (int(rng.integers(60, 200)), int(rng.integers(25, 90)))
        picture = backdrop(rng, *size).astype(np.float32)
        for _ in range(int(rng.integers(0, 5))):
            a, b = [(int(rng.uniform(0, size[0])), int(rng.uniform(0, size[1]))) for _ in range(2)]
            cv2.line(picture, a, b, rng.uniform(0, 255, 3).tolist(), int(rng.integers(1, 6)), cv2.LINE_AA)
        light(rng, picture)
        return self._grey(camera(rng, picture, hard)), np.full((MOST, 6), -1, np.float32), ""

    @staticmethod
    def _grey(picture):
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        return cv2.resize(grey, (INPUT_WIDTH, INPUT_HEIGHT), interpolation=cv2.INTER_LINEAR)

    @staticmethod
    def _see(rng, plate, lines, hard):
        """Projects the plate into a crop at the camera's resolution, with the box error of a real detector."""
        h, w = plate.shape[:2]
        narrowest = 50 if lines == 2 else 60
        shown = float(np.exp(rng.uniform(np.log(narrowest), np.log(220)))) if hard > 0.3 else rng.uniform(110, 220)
        size = np.float32([shown, shown * h / w * rng.uniform(0.8, 1.15)])
        quad = corners(rng, size[0], size[1], 0.3 + 0.9 * hard)
        low, high = quad.min(0), quad.max(0)
        box = high - low
        margin = rng.uniform(-0.03, 0.17, (2, 2)) * box
        low, high = low - margin[0], high + margin[1]
        cw, ch = np.maximum(8, np.round(high - low)).astype(int)
        source = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
        matrix = cv2.getPerspectiveTransform(source, quad - low.astype(np.float32))
        smooth = max(1.0, w / shown)
        if smooth > 1.5:  # area filter before scaling down
            plate = cv2.blur(plate, (int(round(smooth)), int(round(smooth))))
        behind = backdrop(rng, int(cw), int(ch)).astype(np.float32)
        seen = cv2.warpPerspective(
            plate, matrix, (int(cw), int(ch)), dst=behind, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT
        )
        return seen, matrix
