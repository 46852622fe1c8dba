"""Whole pictures with plates in them, for the detector: painted lanes and streets, and licensed photographs with more pasted in.

Pictures are grey; a scene is larger than the net's input, so that the trainer can crop and zoom it anew each time.
"""

import csv
import pathlib

import cv2
import numpy as np

from . import plates, texts

WIDTH, HEIGHT = 432, 256
WORDS = "HONDA YAMAHA SUZUKI PIAGGIO VISION Vario SH 150i AirBlade Wave Lead TOYOTA KIA FORD MAZDA EXIT IN OUT STOP Taxi".split()
SHOP = "CUA HANG,BAI GIU XE,Sua xe,Cafe,PHO BO,Nha Thuoc,RUA XE,Parking,SALE 50%,Bank,Xe may,Mini Mart,Com tam,OPEN".split(",")
STATES = "CALIFORNIA,Texas,NEW YORK,Florida,OHIO,Georgia,Virginia,Illinois,WASHINGTON,Oregon,New Jersey,ARIZONA".split(",")
FONTS = [
    cv2.FONT_HERSHEY_SIMPLEX,
    cv2.FONT_HERSHEY_PLAIN,
    cv2.FONT_HERSHEY_DUPLEX,
    cv2.FONT_HERSHEY_COMPLEX,
    cv2.FONT_HERSHEY_TRIPLEX,
]


class Scene:
    """A grey uint8 picture, its plates and what must not be judged, both as rows of x0, y0, x1, y1."""

    def __init__(self, picture, boxes, ignored):
        self.picture = picture
        self.boxes = np.float32(boxes).reshape(-1, 4)
        self.ignored = np.float32(ignored).reshape(-1, 4)


def log_uniform(rng, low, high):
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def points(*xy):
    return np.int32(np.round(np.float32(xy).reshape(-1, 2)))


def polygon(canvas, xy, tone):
    cv2.fillPoly(canvas, [points(*xy)], tone, cv2.LINE_AA)


def ellipse(canvas, x, y, rx, ry, tone, angle=0.0, thickness=-1):
    if rx >= 0.5 and ry >= 0.5:
        cv2.ellipse(canvas, ((float(x), float(y)), (2 * float(rx), 2 * float(ry)), float(angle)), tone, thickness, cv2.LINE_AA)


def line(canvas, x0, y0, x1, y1, tone, thickness):
    cv2.line(canvas, (int(x0), int(y0)), (int(x1), int(y1)), tone, max(1, int(round(thickness))), cv2.LINE_AA)


def write(canvas, text, x, y, height, tone, font, thickness=1):
    """Text with its lower left corner at x, y; returns its width."""
    base = cv2.getTextSize("A", font, 1.0, 1)[0][1]
    scale = height / base
    cv2.putText(canvas, text, (int(x), int(y)), font, scale, tone, max(1, int(thickness)), cv2.LINE_AA)
    return cv2.getTextSize(text, font, scale, 1)[0][0]


def word(rng):
    roll = rng.random()
    if roll < 0.35:
        return texts.pick(rng, WORDS)
    if roll < 0.6:
        return texts.pick(rng, SHOP)
    if roll < 0.85:  # telephone numbers, prices
        d = texts.digits(rng, 10)
        return texts.pick(rng, [d, f"{d[:4]} {d[4:7]} {d[7:]}", f"{d[:4]}.{d[4:]}", f"DT: {d}", f"{d[:2]}.000d"])
    return "".join(texts.pick(rng, "abcdefghiklmnoprstuvxyz ") for _ in range(int(rng.integers(4, 14))))


class SceneFactory:
    """Makes scenes. ``photos`` is a PhotoShelf or None: then everything is painted."""

    def __init__(self, faces, photos=None):
        self.faces, self.photos = faces, photos
        self.artist = plates.PlateArtist(faces, faces)

    def make(self, rng):
        roll = rng.random()
        if roll < 0.42 and self.photos is not None:
            canvas, boxes, ignored = self.photos.view(rng)
            stage = Stage(self, canvas, boxes, ignored)
            for _ in range(int(rng.integers(0, 4))):
                distractor(rng, stage.canvas)
            for _ in range(int(rng.integers(0, 4))):
                stage.anywhere(rng, log_uniform(rng, 12, 125))
        elif roll < 0.74:
            stage = Stage(self, ground(rng), [], [])
            lane(rng, stage.canvas)
            motorbikes(rng, stage)
        elif roll < 0.92:
            stage = Stage(self, ground(rng), [], [])
            lane(rng, stage.canvas)
            cars(rng, stage)
        else:
            stage = Stage(self, ground(rng), [], [])
            for _ in range(int(rng.integers(3, 12))):
                distractor(rng, stage.canvas)
            for _ in range(int(rng.integers(0, 3))):
                stage.anywhere(rng, log_uniform(rng, 16, 125))
        return stage.finish(rng)

    def plate(self, rng, kind=None):
        """A worn plate as grey float32 at about 1 px a millimetre."""
        if kind is None:
            kind = texts.pick(rng, ["motorbike", "motorbike", "any", "any", "american"])
        if kind == "american":
            return american(rng, texts.pick(rng, self.faces))
        make = {
            "motorbike": lambda: texts.motorbike(rng) if rng.random() < 0.9 else texts.electric(rng),
            "any": lambda: texts.sample(rng),
            "car": lambda: texts.car(rng, rng.random() < 0.35) if rng.random() < 0.8 else texts.sample(rng),
        }
        plate = self.artist.draw(rng, make[kind]())[0].astype(np.float32)
        plates.wear(rng, plate)
        plate = cv2.cvtColor(plate, cv2.COLOR_BGR2GRAY)
        if rng.random() < 0.25:  # a holder round the plate
            tone, t = float(texts.pick(rng, [20, 40, 160, 230])), int(rng.integers(4, 14))
            plate = cv2.copyMakeBorder(plate, t, t, t, t, cv2.BORDER_CONSTANT, value=tone)
        return plate


def american(rng, face):
    """A plate of 305 x 152 mm: one row of large characters, the state's name above, often small print below."""
    h, w = 152, 305
    light = rng.random() < 0.85
    paper, ink = (rng.uniform(150, 250), rng.uniform(10, 120)) if light else (rng.uniform(20, 90), rng.uniform(170, 250))
    plate = np.full((h, w), paper, np.float32)
    if rng.random() < 0.5:
        plate += np.linspace(rng.uniform(-50, 20), rng.uniform(-50, 20), h, dtype=np.float32)[:, None]
    if rng.random() < 0.4:  # scenery
        small = rng.normal(0, 25, (3, 6)).astype(np.float32)
        plate += cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC)
    n = int(rng.integers(5, 8))
    letter, advance = rng.uniform(58, 76), (w - 30) / max(n, 6)
    x = (w - n * advance) / 2
    y = (h - letter) / 2 + rng.uniform(-4, 8)
    for _ in range(n):
        glyph = face.masks[texts.pick(rng, texts.GENERAL + "0123456789")]
        gw, gh = int(advance * rng.uniform(0.76, 0.86)), int(letter)
        mask = cv2.resize(glyph, (gw, gh), interpolation=cv2.INTER_AREA)
        at = plate[int(y) : int(y) + gh, int(x) : int(x) + gw]
        at += (ink - at) * mask[: at.shape[0], : at.shape[1]]
        x += advance
    font = texts.pick(rng, FONTS)
    name = texts.pick(rng, STATES)
    write(plate, name, w / 2 - 8 * len(name), rng.uniform(24, 30), rng.uniform(12, 18), float(ink), font, 2)
    if rng.random() < 0.6:
        write(plate, word(rng)[:14], rng.uniform(40, 90), h - 8, rng.uniform(8, 12), float(ink), font, 1)
    if rng.random() < 0.4:
        frame = float(rng.uniform(0, 255))
        cv2.rectangle(plate, (0, 0), (w - 1, h - 1), frame, int(rng.integers(6, 26)))
    coloured = cv2.cvtColor(plate, cv2.COLOR_GRAY2BGR)
    plates.wear(rng, coloured)
    return cv2.cvtColor(coloured, cv2.COLOR_BGR2GRAY)


class Stage:
    """A picture in the making."""

    def __init__(self, factory, canvas, boxes, ignored):
        self.factory, self.canvas = factory, canvas
        self.boxes, self.ignored = [list(b) for b in boxes], [list(b) for b in ignored]
        self.lamps = []
        self.pasted = []

    def free(self, box, margin=3):
        return all(
            box[0] > b[2] + margin or box[2] < b[0] - margin or box[1] > b[3] + margin or box[3] < b[1] - margin
            for b in self.boxes + self.ignored
        )

    def anywhere(self, rng, width):
        kind = None
        if rng.random() < 0.6:  # something to hang on
            x, y = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)
            tone = rng.uniform(5, 120)
            self.plate(rng, x, y, width, kind, mount=tone)
        else:
            self.plate(rng, rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), width, kind)

    def plate(self, rng, cx, cy, width, kind=None, tilt=None, mount=None):
        """Pastes a plate with its centre at cx, cy; keeps its box. Does nothing where another plate already is."""
        plate = self.factory.plate(rng, kind)
        h, w = plate.shape[:2]
        size = (width, width * h / w * rng.uniform(0.8, 1.15))
        quad = plates.corners(rng, *size, rng.uniform(0.2, 1.4) if tilt is None else tilt)
        if rng.random() < 0.2:  # seen from the side
            quad[:, 0] *= rng.uniform(0.6, 0.95)
            quad[:, 1] += quad[:, 0] * rng.normal(0, 0.15)
        quad += np.float32([cx, cy])
        box = [*quad.min(0), *quad.max(0)]
        if not self.free(box):
            return
        if mount is not None:
            ellipse(self.canvas, cx, cy, width * rng.uniform(0.6, 1.2), size[1] * rng.uniform(0.7, 1.4), mount)
        shrink = max(1.0, w / width)
        if shrink > 1.3:  # area filter before scaling down
            k = max(1, int(round(shrink * rng.uniform(0.7, 1.1))))
            plate = cv2.blur(plate, (k, k))
        exposure = rng.uniform(0.45, 1.15) if rng.random() < 0.75 else 1.0
        contrast = rng.uniform(0.45, 1.0) if rng.random() < 0.4 else 1.0
        mean = plate.mean()
        plate = np.clip(((plate - mean) * contrast + mean) * exposure + rng.uniform(-10, 15), 0, 255)
        self.pasted.append((plate, quad.astype(np.float32)))
        self._keep(box)

    def _keep(self, box):
        x0, y0, x1, y1 = max(box[0], 0), max(box[1], 0), min(box[2], WIDTH), min(box[3], HEIGHT)
        area = (box[2] - box[0]) * (box[3] - box[1])
        seen = max(0, x1 - x0) * max(0, y1 - y0) / max(area, 1)
        if seen > 0.85:
            self.boxes.append([x0, y0, x1, y1])
        elif seen > 0.05:
            self.ignored.append([x0, y0, x1, y1])

    def finish(self, rng):
        seen = self.canvas.astype(np.float32)
        for plate, quad in self.pasted:
            h, w = plate.shape[:2]
            source = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
            matrix = cv2.getPerspectiveTransform(source, quad)
            cv2.warpPerspective(
                plate, matrix, (WIDTH, HEIGHT), dst=seen, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT
            )
        self._occlude(rng, seen)
        light(rng, seen, self.lamps)
        seen = camera(rng, seen)
        if rng.random() < 0.5:
            overlay(rng, seen, self)
        return Scene(seen, self.boxes, self.ignored)

    def _occlude(self, rng, seen):
        """A wire, a strap or the barrier's tip over a plate now and then; the plate still counts."""
        for x0, y0, x1, y1 in self.boxes:
            if rng.random() < 0.05:
                y = rng.uniform(y0, y1)
                line(seen, x0 - 20, y + rng.normal(0, 10), x1 + 20, y + rng.normal(0, 10), rng.uniform(0, 230), (y1 - y0) * 0.1)


def ground(rng):
    """Floor, road or wall: smooth patches, stains, grain."""
    tone = rng.uniform(25, 200)
    small = tone + rng.normal(0, rng.uniform(3, 30), (int(rng.integers(2, 7)), int(rng.integers(2, 9)))).astype(np.float32)
    floor = cv2.resize(small, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    stains = cv2.resize(rng.normal(0, 1, (32, 54)).astype(np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    floor += stains * rng.uniform(0, 9)
    floor += cv2.blur(rng.normal(0, 1, (HEIGHT, WIDTH)).astype(np.float32), (2, 2)) * rng.uniform(0, 12)
    floor = np.clip(floor, 0, 255).astype(np.uint8)
    if rng.random() < 0.25:  # paving
        step, dark = int(rng.integers(14, 60)), max(0.0, tone - rng.uniform(10, 50))
        slope = rng.uniform(-0.3, 0.3)
        for y in range(0, HEIGHT, step):
            line(floor, 0, y, WIDTH, y + slope * 100, dark, rng.integers(1, 3))
        for x in range(-100, WIDTH, step * int(rng.integers(1, 3))):
            line(floor, x, 0, x + slope * 300, HEIGHT, dark, rng.integers(1, 3))
    for _ in range(int(rng.integers(0, 4))):
        ellipse(
            floor, rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), rng.uniform(3, 40), rng.uniform(2, 15),
            max(0.0, tone - rng.uniform(10, 60)), rng.uniform(0, 180),
        )
    if rng.random() < 0.3:  # leaves, litter
        for _ in range(int(rng.integers(3, 25))):
            ellipse(
                floor, rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), rng.uniform(1, 6), rng.uniform(1, 4),
                rng.uniform(20, 240), rng.uniform(0, 180),
            )
    return floor


def lane(rng, canvas):
    """What stands in a lane: striped kerbs, rails, humps, a barrier arm, a booth with notices."""
    if rng.random() < 0.5:
        stripes(rng, canvas)
    if rng.random() < 0.35:
        stripes(rng, canvas)
    for _ in range(int(rng.integers(0, 5)) if rng.random() < 0.6 else 0):  # pipes
        x, lean, t = rng.uniform(0, WIDTH), rng.normal(0, 60), rng.uniform(2, 9)
        tone = rng.uniform(60, 240)
        top, foot = rng.uniform(-20, 100), rng.uniform(60, HEIGHT + 30)
        line(canvas, x, top, x + lean, foot, tone * 0.5, t)
        line(canvas, x - t / 4, top, x + lean - t / 4, foot, tone, t / 2)
        ellipse(canvas, x + lean, foot, 3 * t, t, tone * 0.7)
    for _ in range(int(rng.integers(1, 3)) if rng.random() < 0.45 else 0):
        hump(rng, canvas)
    if rng.random() < 0.35:
        barrier(rng, canvas)
    for _ in range(int(rng.integers(0, 4))):
        distractor(rng, canvas)
    if rng.random() < 0.3:  # marking
        line(canvas, rng.uniform(0, WIDTH), 0, rng.uniform(0, WIDTH), HEIGHT, rng.uniform(120, 255), rng.uniform(4, 16))


def stripes(rng, canvas):
    a, b = np.float32([rng.uniform(-20, WIDTH + 20), -10]), np.float32([rng.uniform(-20, WIDTH + 20), HEIGHT + 10])
    if rng.random() < 0.3:
        a, b = np.float32([-10, rng.uniform(0, HEIGHT)]), np.float32([WIDTH + 10, rng.uniform(0, HEIGHT)])
    wide = rng.uniform(8, 60)
    along = (b - a) / np.linalg.norm(b - a)
    across = np.float32([-along[1], along[0]]) * wide / 2
    skew = along * rng.uniform(-1, 1) * wide
    n = int(rng.integers(5, 16))
    light_tone, dark = rng.uniform(110, 230), rng.uniform(15, 70)
    for i in range(n):
        p, q = a + (b - a) * i / n, a + (b - a) * (i + 1) / n
        polygon(canvas, [p - across, q - across, q + across + skew, p + across + skew], light_tone if i % 2 else dark)


def hump(rng, canvas):
    """A speed hump of rubber blocks, light and dark in turn, with studs and cat's eyes."""
    y, h, x0, x1 = rng.uniform(40, HEIGHT), rng.uniform(8, 34), rng.uniform(-80, 150), rng.uniform(200, WIDTH + 80)
    n, lean, narrow = int(rng.integers(4, 14)), rng.normal(0, 20), rng.uniform(0.8, 1.0)
    bright, dark = rng.uniform(100, 200), rng.uniform(15, 80)
    eyes, studs = rng.random() < 0.7, rng.random() < 0.6
    ellipse(canvas, x0, y + h / 2, h * 0.7, h / 2, bright)
    ellipse(canvas, x1, y + h / 2 + lean, h * 0.7, h / 2, dark)
    for i in range(n):
        l, r = x0 + (x1 - x0) * i / n, x0 + (x1 - x0) * (i + 1) / n
        d, e = lean * i / n, lean * (i + 1) / n
        tone = (bright if i % 2 else dark) + rng.normal(0, 8)
        polygon(canvas, [(l, y + d), (r, y + e), (r, y + h * narrow + e), (l, y + h * narrow + d)], max(0.0, tone))
        if studs:
            for _ in range(int(rng.integers(2, 14))):
                at = rng.uniform(l, r), y + d + rng.uniform(0.1, 0.8) * h
                ellipse(canvas, *at, rng.uniform(0.7, 2.5), rng.uniform(0.6, 1.5), max(0.0, tone + rng.uniform(-60, 60)))
        if eyes:
            for share in (0.3, 0.7) if rng.random() < 0.5 else (0.5,):
                at = l + (r - l) * share, y + h * rng.uniform(0.25, 0.6) + d
                cv2.rectangle(canvas, points(at)[0].tolist(), points((at[0] + rng.uniform(1, 5), at[1] + 2))[0].tolist(), rng.uniform(140, 255), -1)


def fence(rng, canvas):
    """Upright bars between two rails, as gates and railings have."""
    x, y = rng.uniform(-60, WIDTH - 30), rng.uniform(-30, HEIGHT - 40)
    w, h, pitch = rng.uniform(30, 250), log_uniform(rng, 14, 130), rng.uniform(3, 12)
    tone, t, slope = rng.uniform(0, 255), rng.uniform(1, 3), rng.normal(0, 0.1)
    for i in range(int(w / pitch)):
        top = y + slope * i * pitch
        line(canvas, x + i * pitch, top, x + i * pitch, top + h, tone, t)
    for share in (0.0, 0.15, 1.0) if rng.random() < 0.5 else (0.05, 0.95):
        line(canvas, x, y + share * h, x + w, y + share * h + slope * w, tone, t * 1.3)


def panes(rng, canvas):
    """A window or a brick wall: a grid of cells, each of its own tone."""
    x, y = rng.uniform(-20, WIDTH - 20), rng.uniform(-20, HEIGHT - 20)
    columns, rows = int(rng.integers(2, 7)), int(rng.integers(2, 6))
    cw, ch, gap = rng.uniform(4, 20), rng.uniform(4, 20), rng.uniform(1, 3)
    frame, tone, spread = rng.uniform(0, 255), rng.uniform(10, 220), rng.uniform(2, 40)
    cv2.rectangle(canvas, (int(x - gap), int(y - gap)), (int(x + columns * cw), int(y + rows * ch)), frame, -1)
    for i in range(columns):
        for j in range(rows):
            at = (int(x + i * cw), int(y + j * ch)), (int(x + (i + 1) * cw - gap), int(y + (j + 1) * ch - gap))
            cv2.rectangle(canvas, *at, max(0.0, tone + rng.normal(0, spread)), -1)


def thicket(rng, canvas):
    """Leaves, gravel, a crowded shelf: busy texture in a patch."""
    x, y = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)
    wide, high = log_uniform(rng, 15, 130), log_uniform(rng, 10, 80)
    tone, spread, size = rng.uniform(20, 180), rng.uniform(10, 70), rng.uniform(1, 6)
    for _ in range(int(min(180, wide * high / size**2))):
        at = rng.normal(x, wide / 2), rng.normal(y, high / 2)
        ellipse(canvas, *at, size * rng.uniform(0.5, 1.5), size * rng.uniform(0.3, 1), float(np.clip(rng.normal(tone, spread), 0, 255)), rng.uniform(0, 180))


def lamp_cluster(rng, c, x, y, u, side):
    """A head or tail lamp: glass with reflectors, bulbs and bright edges in it."""
    rx, ry = rng.uniform(0.25, 0.5) * u, rng.uniform(0.12, 0.28) * u
    angle = side * rng.uniform(5, 50)
    ellipse(c, x, y, rx, ry, rng.uniform(30, 230), angle)
    for _ in range(int(rng.integers(2, 7))):
        at = x + rng.normal(0, 0.4) * rx, y + rng.normal(0, 0.4) * ry
        r = rng.uniform(0.1, 0.45) * ry
        ellipse(c, *at, r * rng.uniform(1, 2), r, rng.uniform(10, 255), angle, -1 if rng.random() < 0.7 else 1)
    ellipse(c, x, y, rx, ry, rng.uniform(20, 255), angle, 1)


def barrier(rng, canvas):
    y, t = rng.uniform(20, HEIGHT), rng.uniform(5, 18)
    x0, x1 = (-10, rng.uniform(60, WIDTH)) if rng.random() < 0.5 else (rng.uniform(0, WIDTH - 60), WIDTH + 10)
    drop = rng.normal(0, 15)
    line(canvas, x0, y, x1, y + drop, rng.uniform(190, 255), t)
    n = int(rng.integers(2, 7))
    for i in range(n):
        if rng.random() < 0.6:
            f0, f1 = (i + 0.1) / n, (i + 0.5) / n
            line(canvas, x0 + (x1 - x0) * f0, y + drop * f0, x0 + (x1 - x0) * f1, y + drop * f1, rng.uniform(60, 110), t * 0.8)


def distractor(rng, canvas):
    """Things that are taken for plates: notices, shop signs, stickers, badges, vents, stripes, blank boards."""
    x, y = rng.uniform(-20, WIDTH - 20), rng.uniform(0, HEIGHT)
    kind = int(rng.integers(12))
    if kind >= 8:
        (fence, panes, thicket, hump)[kind - 8](rng, canvas)
        return
    font = texts.pick(rng, FONTS)
    if kind == 0:  # notice with many lines
        w, lines = rng.uniform(30, 120), int(rng.integers(3, 9))
        h = rng.uniform(5, 13)
        board, ink = (rng.uniform(150, 250), rng.uniform(0, 110)) if rng.random() < 0.6 else (rng.uniform(20, 120), rng.uniform(170, 250))
        cv2.rectangle(canvas, (int(x), int(y)), (int(x + w), int(y + lines * h * 1.5 + 4)), board, -1)
        for i in range(lines):
            write(canvas, word(rng)[: int(w / h * 1.1)], x + 3, y + (i + 1) * h * 1.45, h * rng.uniform(0.5, 0.8), ink, font)
    elif kind == 1:  # writing straight on what is there
        here = float(canvas[int(min(max(y, 0), HEIGHT - 1)), int(min(max(x, 0), WIDTH - 1))])
        ink = min(255.0, here + rng.uniform(60, 200)) if here < 128 else max(0.0, here - rng.uniform(60, 200))
        write(canvas, word(rng), x, y, log_uniform(rng, 5, 30), ink, font, rng.integers(1, 4))
    elif kind == 2:  # a shop sign far longer than a plate
        h = rng.uniform(8, 30)
        text = word(rng) + "  " + word(rng) + "  " + word(rng)
        dark = rng.random() < 0.5
        cv2.rectangle(canvas, (int(x), int(y - 1.4 * h)), (int(x + 14 * h), int(y + 0.4 * h)), rng.uniform(0, 90) if dark else rng.uniform(160, 255), -1)
        write(canvas, text, x + 3, y, h * 0.9, rng.uniform(170, 255) if dark else rng.uniform(0, 90), font, rng.integers(1, 3))
    elif kind == 3:  # a number sticker or a round badge
        r = rng.uniform(4, 16)
        ellipse(canvas, x, y, r, r * rng.uniform(0.6, 1), rng.uniform(120, 255))
        ellipse(canvas, x, y, r, r, rng.uniform(0, 120), 0, 1)
        write(canvas, texts.digits(rng, int(rng.integers(1, 3))), x - r * 0.6, y + r * 0.4, r * 0.8, rng.uniform(0, 90), font)
    elif kind == 4:  # vents, grilles, drains
        n, w, pitch = int(rng.integers(3, 9)), rng.uniform(20, 110), rng.uniform(3, 8)
        a, b = rng.uniform(0, 90), rng.uniform(70, 220)
        upright = rng.random() < 0.5
        for i in range(n):
            tone = a if i % 2 else b
            if upright:
                cv2.rectangle(canvas, (int(x + i * pitch), int(y)), (int(x + (i + 1) * pitch), int(y + w / 3)), tone, -1)
            else:
                cv2.rectangle(canvas, (int(x), int(y + i * pitch)), (int(x + w), int(y + (i + 1) * pitch)), tone, -1)
    elif kind == 5:  # a blank board, a lamp, a carton, a reflector
        w = log_uniform(rng, 10, 100)
        h = w * rng.uniform(0.2, 1.1)
        tone = rng.uniform(0, 255)
        cv2.rectangle(canvas, (int(x), int(y)), (int(x + w), int(y + h)), tone, -1)
        cv2.rectangle(canvas, (int(x), int(y)), (int(x + w), int(y + h)), rng.uniform(0, 255), 1)
        if rng.random() < 0.3:
            line(canvas, x, y, x + w, y + h, rng.uniform(0, 255), 2)
    elif kind == 6:  # board with lower-case words or a price: text, but no plate
        w = log_uniform(rng, 24, 110)
        h = w * rng.uniform(0.2, 0.7)
        dark = rng.random() < 0.4
        cv2.rectangle(canvas, (int(x), int(y)), (int(x + w), int(y + h)), rng.uniform(0, 90) if dark else rng.uniform(160, 255), -1)
        letters = "".join(texts.pick(rng, "aceimnorsuvwxz") for _ in range(int(rng.integers(3, 9))))
        write(canvas, letters, x + 0.08 * w, y + 0.65 * h, h * 0.45, rng.uniform(170, 255) if dark else rng.uniform(0, 90), font, rng.integers(1, 3))
    else:  # arrow on the floor
        s = rng.uniform(10, 40)
        tone = rng.uniform(150, 255)
        polygon(canvas, [(x, y - s), (x + s * 0.6, y), (x + s * 0.2, y), (x + s * 0.2, y + s), (x - s * 0.2, y + s), (x - s * 0.2, y), (x - s * 0.6, y)], tone)


def motorbikes(rng, stage):
    """One bike before the camera; often others beside it, nearer or farther."""
    main = log_uniform(rng, 38, 125)
    crowd = int(rng.integers(0, 4)) if rng.random() < 0.3 else 0
    for _ in range(crowd):
        u = main * rng.uniform(0.35, 1.0)
        motorbike(rng, stage, rng.uniform(0, WIDTH), rng.uniform(40, HEIGHT), u, rng.random() < 0.7)
    motorbike(rng, stage, rng.uniform(0.15, 0.85) * WIDTH, rng.uniform(0.25, 0.93) * HEIGHT, main, rng.random() < 0.95)


def motorbike(rng, stage, x, y, u, with_plate):
    """A bike's rear (or its front shield) round a plate of u pixels' width at x, y."""
    c = stage.canvas
    h = u * 0.74
    dark = rng.uniform(10, 60)
    paint = rng.uniform(15, 235)
    chrome = rng.uniform(110, 240)
    ellipse(c, x, y + 1.1 * u, 1.3 * u, 0.35 * u, max(0.0, dark - 10))  # shadow on the floor
    for side in (-1, 1):  # rider's legs and shoes
        if rng.random() < 0.6:
            lx, knee = x + side * rng.uniform(0.8, 1.5) * u, y - rng.uniform(0.4, 2.0) * u
            foot = y + rng.uniform(-0.3, 0.9) * u
            line(c, lx - side * 0.2 * u, knee - 1.5 * u, lx, knee, rng.uniform(10, 120), 0.5 * u)
            line(c, lx, knee, lx + side * rng.uniform(-0.2, 0.2) * u, foot, rng.uniform(10, 170), 0.35 * u)
            tone = rng.uniform(10, 240)
            ellipse(c, lx + side * 0.1 * u, foot, 0.34 * u, 0.2 * u, tone, rng.uniform(-30, 30))
            if rng.random() < 0.5:
                line(c, lx - 0.1 * u, foot, lx + 0.2 * u, foot - 0.08 * u, 255 - tone, 0.05 * u)
    tyre = rng.uniform(0.16, 0.3) * u
    ellipse(c, x + rng.normal(0, 0.06) * u, y + rng.uniform(0.6, 1.2) * u, tyre, rng.uniform(0.5, 1.0) * u, rng.uniform(8, 45))
    for side in (-1, 1):  # exhaust, engine, footrests
        if rng.random() < (0.8 if side > 0 else 0.4):
            ex, ey = x + side * rng.uniform(0.55, 1.0) * u, y + rng.uniform(0.0, 0.6) * u
            tone = rng.uniform(20, 210)
            ellipse(c, ex, ey, rng.uniform(0.13, 0.25) * u, rng.uniform(0.3, 0.7) * u, tone, rng.normal(0, 12))
            ellipse(c, ex, ey + 0.3 * u, 0.15 * u, 0.13 * u, rng.uniform(100, 220))
            ellipse(c, ex, ey + 0.3 * u, 0.07 * u, 0.06 * u, 15)
        if rng.random() < 0.4:
            line(c, x + side * 0.3 * u, y - 0.1 * u, x + side * 1.0 * u, y + rng.uniform(-0.1, 0.3) * u, rng.uniform(20, 200), 0.1 * u)
    guard = rng.uniform(0.2, 0.42) * u  # mudguard under the plate
    foot = y + rng.uniform(0.7, 1.4) * u
    tone = rng.uniform(15, 90) if rng.random() < 0.75 else rng.uniform(100, 230)
    polygon(c, [(x - guard * 1.2, y), (x + guard * 1.2, y), (x + guard, foot - 0.2 * u), (x, foot), (x - guard, foot - 0.2 * u)], tone)
    if rng.random() < 0.5:
        r = rng.uniform(0.05, 0.14) * u
        emblem(rng, c, x, foot - 2 * r, 1.4 * r)
    top = y - h / 2
    tail = rng.uniform(0.5, 1.0) * u
    wide, narrow = rng.uniform(0.65, 1.1) * u, rng.uniform(0.3, 0.6) * u
    polygon(c, [(x - narrow, y + 0.1 * u), (x + narrow, y + 0.1 * u), (x + narrow * 1.1, top), (x + wide, top - tail), (x - wide, top - tail), (x - narrow * 1.1, top)], rng.uniform(12, 90))
    polygon(c, [(x - wide, top - tail), (x + wide, top - tail), (x + narrow * 1.2, top - 0.1 * u), (x - narrow * 1.2, top - 0.1 * u)], paint)
    ellipse(c, x, top - tail - 0.35 * u, wide * 0.95, 0.5 * u, rng.uniform(10, 60))  # seat
    if rng.random() < 0.6:
        ellipse(c, x, top - tail - 0.05 * u, wide * 1.05, 0.4 * u, chrome, 0, max(1, int(0.09 * u)))  # grab rail
        polygon(c, [(x - wide, top - tail - 0.2 * u), (x + wide, top - tail - 0.2 * u), (x + wide * 0.9, top - tail - 0.5 * u), (x - wide * 0.9, top - tail - 0.5 * u)], rng.uniform(10, 60))
    lamp_y, lamp_w, lamp_h = top - rng.uniform(0.25, 0.6) * u, rng.uniform(0.25, 0.75) * u, rng.uniform(0.1, 0.25) * u
    glass = rng.uniform(40, 130)
    if rng.random() < 0.5:
        polygon(c, [(x - lamp_w, lamp_y - lamp_h), (x + lamp_w, lamp_y - lamp_h), (x + lamp_w * 0.5, lamp_y + lamp_h), (x - lamp_w * 0.5, lamp_y + lamp_h)], glass)
    else:
        ellipse(c, x, lamp_y, lamp_w, lamp_h, glass)
    for side in (-1, 1):
        ellipse(c, x + side * lamp_w * 1.1, lamp_y + rng.normal(0, 0.05) * u, 0.18 * u, 0.12 * u, rng.uniform(110, 230), side * rng.uniform(0, 40))
    for _ in range(int(rng.integers(0, 3))):  # the maker's name on seat, lamp or panel
        high, up = rng.uniform(0.07, 0.2) * u, rng.uniform(0.1, 1.6) * u
        mark = texts.pick(rng, WORDS).upper()
        thick = rng.integers(1, 4)
        write(c, mark, x - 0.4 * high * len(mark), top - up, max(3, high), rng.uniform(80, 255), texts.pick(rng, FONTS), thick)
    if rng.random() < 0.45:  # the brake is on
        stage.lamps.append((x + rng.normal(0, 0.05) * u, lamp_y, rng.uniform(0.15, 0.6) * u, rng.uniform(60, 420)))
    if with_plate:
        stage.plate(rng, x + rng.normal(0, 0.03) * u, y, u, "motorbike" if rng.random() < 0.92 else "any", rng.uniform(0.1, 1.1))


def emblem(rng, c, x, y, r):
    """A sticker or reflector: triangle, shield or disc with a device in it."""
    tone = rng.uniform(120, 255)
    shape = int(rng.integers(3))
    if shape == 0:
        polygon(c, [(x, y - r), (x + r, y + r), (x - r, y + r)], tone)
    elif shape == 1:
        polygon(c, [(x - r, y - r), (x + r, y - r), (x + r, y), (x, y + 1.3 * r), (x - r, y)], tone)
    else:
        ellipse(c, x, y, r, r, tone)
    for _ in range(int(rng.integers(0, 5))):
        at = y + rng.uniform(-0.7, 0.9) * r
        line(c, x - 0.6 * r, at, x + 0.6 * r, at + rng.normal(0, 0.2) * r, rng.uniform(0, 200), rng.uniform(0.5, 1.6))


def cars(rng, stage):
    n = 1 if rng.random() < 0.7 else int(rng.integers(2, 4))
    for i in range(n):
        kind = "american" if rng.random() < 0.3 else "car"
        u = log_uniform(rng, 45, 130) if n == 1 and rng.random() < 0.8 else log_uniform(rng, 16, 80)
        if kind == "american":
            u *= 0.75
        car(rng, stage, rng.uniform(0.1, 0.9) * WIDTH, rng.uniform(0.2, 0.95) * HEIGHT, u, kind)


def car(rng, stage, x, y, u, kind):
    """A car's front or rear; the plate at x, y is u pixels wide and sits in the bumper or the boot lid."""
    c = stage.canvas
    half = u * rng.uniform(1.4, 2.0)
    paint = rng.uniform(15, 245)
    shade = paint * rng.uniform(0.5, 0.85)
    top, waist, floor = y - u * rng.uniform(1.6, 2.6), y - u * rng.uniform(0.8, 1.1), y + u * rng.uniform(0.35, 0.8)
    ellipse(c, x, floor, half * 1.1, 0.25 * u, rng.uniform(5, 40))
    for side in (-1, 1):
        ellipse(c, x + side * half * 0.85, floor - 0.1 * u, 0.2 * u, 0.35 * u, rng.uniform(8, 40))
    polygon(c, [(x - half * 0.75, top), (x + half * 0.75, top), (x + half, waist), (x + half * 1.02, floor - 0.2 * u), (x + half * 0.9, floor), (x - half * 0.9, floor), (x - half * 1.02, floor - 0.2 * u), (x - half, waist)], paint)
    polygon(c, [(x - half * 0.68, top + 0.1 * u), (x + half * 0.68, top + 0.1 * u), (x + half * 0.85, waist - 0.15 * u), (x - half * 0.85, waist - 0.15 * u)], rng.uniform(10, 130))
    polygon(c, [(x - half * 0.9, waist), (x + half * 0.9, waist), (x + half * 0.8, waist + 0.3 * u), (x - half * 0.8, waist + 0.3 * u)], min(255.0, paint * rng.uniform(0.9, 1.2)))
    cv2.ellipse(c, (int(x), int(waist)), (int(half * 0.8), int(0.25 * u)), 0, 0, 180, shade, max(1, int(0.03 * u)), cv2.LINE_AA)
    lamp_y = waist + rng.uniform(0.1, 0.5) * u
    for side in (-1, 1):
        lx = x + side * half * rng.uniform(0.72, 0.85)
        lamp_cluster(rng, c, lx, lamp_y, u, side)
        if rng.random() < 0.5:
            ellipse(c, x + side * half * 0.75, y + 0.1 * u, 0.12 * u, 0.1 * u, rng.uniform(20, 230))
        if rng.random() < 0.2:
            stage.lamps.append((lx, lamp_y, rng.uniform(0.15, 0.7) * u, rng.uniform(60, 420)))
    if rng.random() < 0.7:  # grille: bars or mesh
        g0, g1, gw = waist + 0.25 * u, y - 0.3 * u * rng.uniform(0.6, 1.4), half * rng.uniform(0.3, 0.6)
        back = rng.uniform(8, 60)
        polygon(c, [(x - gw, g0), (x + gw, g0), (x + gw * 0.85, g1), (x - gw * 0.85, g1)], back)
        bars, bright = int(rng.integers(2, 7)), rng.uniform(40, 240)
        for i in range(bars):
            gy = g0 + (g1 - g0) * (i + 0.5) / bars
            line(c, x - gw * 0.9, gy, x + gw * 0.9, gy, bright, 0.03 * u)
        cv2.polylines(c, [points((x - gw, g0), (x + gw, g0), (x + gw * 0.85, g1), (x - gw * 0.85, g1))], True, bright, max(1, int(0.03 * u)), cv2.LINE_AA)
    if rng.random() < 0.6:  # badge
        by = waist + rng.uniform(0.1, 0.5) * u
        ellipse(c, x, by, rng.uniform(0.08, 0.16) * u, 0.09 * u, rng.uniform(120, 255))
        ellipse(c, x, by, 0.06 * u, 0.04 * u, rng.uniform(0, 120), 0, 1)
        if rng.random() < 0.5:
            mark = texts.pick(rng, WORDS)[:4].upper()
            write(c, mark, x - 0.12 * u, by + 0.05 * u, max(3, 0.09 * u), rng.uniform(0, 255), texts.pick(rng, FONTS))
    if rng.random() < 0.4:
        write(c, texts.pick(rng, WORDS), x + rng.uniform(-0.9, 0.3) * half, waist + 0.35 * u, max(3, 0.1 * u), rng.uniform(100, 255), cv2.FONT_HERSHEY_SIMPLEX)
    if rng.random() < 0.7:  # lower intake or bumper strip
        iy = y + rng.uniform(0.0, 0.3) * u
        polygon(c, [(x - half * 0.7, iy), (x + half * 0.7, iy), (x + half * 0.6, iy + 0.3 * u), (x - half * 0.6, iy + 0.3 * u)], rng.uniform(8, 70))
        for i in range(int(rng.integers(0, 4))):
            line(c, x - half * 0.6, iy + (0.06 + 0.07 * i) * u, x + half * 0.6, iy + (0.06 + 0.07 * i) * u, rng.uniform(30, 160), 0.02 * u)
    if rng.random() < 0.5:  # recess
        polygon(c, [(x - 0.62 * u, y - 0.2 * u), (x + 0.62 * u, y - 0.2 * u), (x + 0.62 * u, y + 0.2 * u), (x - 0.62 * u, y + 0.2 * u)], shade * 0.6)
    if rng.random() < 0.94:
        stage.plate(rng, x + rng.normal(0, 0.08) * u, y, u, kind, rng.uniform(0.1, 1.1))


def light(rng, picture, lamps):
    """Uneven light, shadows and lamps, in place. lamps: x, y, radius, strength."""
    h, w = picture.shape
    ys, xs = np.mgrid[0:h, 0:w].astype(np.float32)
    direction = rng.uniform(0, 2 * np.pi)
    ramp = (np.cos(direction) * xs / w + np.sin(direction) * ys / h) * rng.uniform(0, 0.7)
    picture *= 1 + ramp - ramp.mean()
    if rng.random() < 0.3:
        edge = np.cos(direction) * (xs - w * rng.uniform(0.2, 0.8)) + np.sin(direction) * (ys - h * rng.uniform(0.2, 0.8))
        picture *= 1 - np.clip(edge / rng.uniform(1, 20), 0, 1) * rng.uniform(0.2, 0.7)
    if rng.random() < 0.15:
        lamps = lamps + [(rng.uniform(0, w), rng.uniform(0, h), rng.uniform(5, 60), rng.uniform(40, 300))]
    for x, y, radius, strength in lamps:
        d2 = (xs - x) ** 2 + (ys - y) ** 2
        picture += strength * np.exp(-d2 / (2 * radius * radius))
        if rng.random() < 0.5:  # halo
            picture += strength * 0.25 * np.exp(-d2 / (2 * (3 * radius) ** 2))


def camera(rng, picture):
    """Blur, motion, exposure, noise, sharpening, JPEG. Returns uint8."""
    if rng.random() < 0.5:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 1.4))
    if rng.random() < 0.15:
        n = int(rng.integers(2, 7))
        kernel = np.zeros((n, n), np.float32)
        a = rng.uniform(0, np.pi)
        dx, dy = np.cos(a) * n / 2, np.sin(a) * n / 2
        cv2.line(kernel, (int(n / 2 - dx), int(n / 2 - dy)), (int(n / 2 + dx), int(n / 2 + dy)), 1)
        picture = cv2.filter2D(picture, -1, kernel / max(kernel.sum(), 1e-6))
    gain, gamma = rng.uniform(0.6, 1.6), rng.uniform(0.6, 1.35)
    picture = 255 * np.power(np.clip(picture * gain / 255, 0, 1), gamma)
    if rng.random() < 0.7:
        picture += rng.normal(0, log_uniform(rng, 0.6, 10), picture.shape).astype(np.float32)
    if rng.random() < 0.35:
        picture = cv2.addWeighted(picture, 1.8, cv2.GaussianBlur(picture, (0, 0), 1.2), -0.8, 0)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if rng.random() < 0.5:
        ok, code = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(30, 95))])
        picture = cv2.imdecode(code, cv2.IMREAD_GRAYSCALE)
    return picture


def overlay(rng, picture, stage):
    """The line that a recorder prints into a corner: time, camera's name, a number in hex."""
    stamp = f"{rng.integers(1, 29):02d}/{rng.integers(1, 13):02d}/20{rng.integers(10, 30)}"
    clock = f"{rng.integers(0, 24):02d}:{rng.integers(0, 60):02d}:{rng.integers(0, 60):02d}"
    number = "".join(texts.pick(rng, "0123456789ABCDEF") for _ in range(8))
    text = texts.pick(rng, [f"{number}  {stamp} {clock}", f"{stamp} {clock}", f"CAM {rng.integers(1, 20):02d} {clock}", number, f"Lane {rng.integers(1, 9)}"])
    font = texts.pick(rng, FONTS)
    height = rng.uniform(5, 13)
    long = cv2.getTextSize(text, font, height / cv2.getTextSize("A", font, 1.0, 1)[0][1], 1)[0][0]
    x = texts.pick(rng, [rng.uniform(2, 12), WIDTH - long - rng.uniform(2, 12)])
    y = texts.pick(rng, [HEIGHT - rng.uniform(2, 12), height + rng.uniform(2, 12)])
    y += texts.pick(rng, [0, 0, rng.uniform(-20, 20)])
    x += texts.pick(rng, [0, 0, rng.uniform(-20, 20)])
    if not stage.free([x, y - height, x + long, y]):
        return
    if rng.random() < 0.5:
        write(picture, text, x + 1, y + 1, height, 0, font, 2)
    write(picture, text, x, y, height, float(texts.pick(rng, [226, 255, 200, 0])), font, rng.integers(1, 3))


class PhotoShelf:
    """Licensed photographs with their boxes, in memory as grey."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        boxes = {}
        with open(folder / "boxes.csv", newline="") as rows:
            for row in csv.DictReader(rows):
                x, y, w, h = (float(row[k]) for k in "xywh")
                boxes.setdefault(row["file"], []).append([x, y, x + w, y + h])
        self.photos = []
        for path in sorted((folder / "images").iterdir()):
            picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
            if picture is not None:
                self.photos.append((picture, np.float32(boxes.get(path.name, [])).reshape(-1, 4)))

    def view(self, rng):
        """A part of a photograph as WIDTH x HEIGHT, with the boxes in it and what is cut or too small to judge."""
        picture, boxes = self.photos[int(rng.integers(len(self.photos)))]
        h, w = picture.shape
        widest = min(w, h * WIDTH / HEIGHT)
        if len(boxes) and rng.random() < 0.8:
            target = boxes[int(rng.integers(len(boxes)))]
            wanted = log_uniform(rng, 14, 120)
            wide = float(np.clip((target[2] - target[0]) * WIDTH / wanted, WIDTH / 2, widest))
            cx, cy = (target[0] + target[2]) / 2, (target[1] + target[3]) / 2
            x0 = cx - wide * rng.uniform(0.12, 0.88)
            y0 = cy - wide * HEIGHT / WIDTH * rng.uniform(0.1, 0.9)
        else:
            wide = rng.uniform(WIDTH * 0.6, widest)
            x0, y0 = rng.uniform(0, w - wide), rng.uniform(0, h - wide * HEIGHT / WIDTH)
        high = wide * HEIGHT / WIDTH
        x0, y0 = float(np.clip(x0, 0, w - wide)), float(np.clip(y0, 0, h - high))
        scale = WIDTH / wide
        part = picture[int(y0) : int(y0 + high), int(x0) : int(x0 + wide)]
        how = cv2.INTER_AREA if scale < 1 and rng.random() < 0.6 else cv2.INTER_LINEAR
        canvas = cv2.resize(part, (WIDTH, HEIGHT), interpolation=how)
        kept, ignored = [], []
        for box in boxes:
            b = (box - np.float32([x0, y0, x0, y0])) * scale
            c = [max(b[0], 0), max(b[1], 0), min(b[2], WIDTH), min(b[3], HEIGHT)]
            if c[2] <= c[0] or c[3] <= c[1]:
                continue
            seen = (c[2] - c[0]) * (c[3] - c[1]) / ((b[2] - b[0]) * (b[3] - b[1]))
            (kept if seen > 0.85 and c[2] - c[0] >= 11 else ignored).append(c)
        return canvas, kept, ignored
