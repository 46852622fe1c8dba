"""Which texts stand on plates: Vietnamese kinds by the grammar, and the general ones of 4 to 9 characters."""

import numpy as np

LETTERS = "ABCDEFGHKLMNPSTUVXYZ"
SECOND = "ABCDEFHKLMNPRSTUVXYZ"
NEVER_USED = {13, 42, 44, 45, 46, 87, 91, 96}
CODES = [f"{c}" for c in range(11, 100) if c not in NEVER_USED]
SPECIAL = ["LD", "DA", "KT", "HC", "MK", "CD", "TĐ", "MĐ", "R", "RM", "T", "CT", "LB"]
GENERAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Text:
    """A plate's content: kind and its lines with separators; the label is what remains without them."""

    def __init__(self, kind, *lines):
        self.kind, self.lines = kind, lines

    @property
    def label(self):
        return "".join(c for line in self.lines for c in line if c.isalnum())


def pick(rng, seq):
    return seq[int(rng.integers(len(seq)))]


def digits(rng, n):
    return "".join(str(int(d)) for d in rng.integers(0, 10, n))


def five_or_four(rng, five=0.75):
    if rng.random() < five:
        d = digits(rng, 5)
        return f"{d[:3]}.{d[3:]}"
    return digits(rng, 4)


def car(rng, two_lines):
    head, tail = pick(rng, CODES) + pick(rng, LETTERS), five_or_four(rng, 0.85)
    return Text("car", head, tail) if two_lines else Text("car", f"{head}-{tail}")


def motorbike(rng):
    series = pick(rng, LETTERS) + (str(int(rng.integers(1, 10))) if rng.random() < 0.7 else pick(rng, SECOND))
    return Text("motorbike", f"{pick(rng, CODES)}-{series}", five_or_four(rng, 0.8))


def electric(rng):
    return Text("electric", f"{pick(rng, CODES)}-MĐ{int(rng.integers(1, 10))}", five_or_four(rng, 0.9))


def special(rng, two_lines):
    head, tail = pick(rng, CODES) + pick(rng, SPECIAL), five_or_four(rng, 0.9)
    return Text("special", head, tail) if two_lines else Text("special", f"{head}-{tail}")


def foreign(rng, two_lines):
    mark = pick(rng, ["NG", "QT", "CV", "NN"])
    code, tail = digits(rng, 3), digits(rng, 2 + int(rng.random() < 0.3))
    if two_lines:
        return Text("foreign", f"{pick(rng, CODES)}-{mark}", f"{code}-{tail}")
    return Text("foreign", f"{pick(rng, CODES)}-{code}-{mark}-{tail}")


def army(rng, two_lines):
    head = pick(rng, GENERAL) + pick(rng, GENERAL)
    d = digits(rng, 4)
    return Text("army", head, f"{d[:2]}-{d[2:]}") if two_lines else Text("army", f"{head}-{d[:2]}-{d[2:]}")


def general(rng):
    """Any country: 4 to 9 characters, letters and digits in runs, sometimes a gap or a hyphen."""
    n, out, letter = int(rng.integers(4, 10)), "", rng.random() < 0.6
    while len(out) < n:
        run = min(n - len(out), int(rng.integers(1, 5)))
        out += "".join(pick(rng, GENERAL) for _ in range(run)) if letter else digits(rng, run)
        letter = not letter
    if rng.random() < 0.2:
        out = "".join(pick(rng, GENERAL + "0123456789") for _ in range(n))
    if n >= 6 and rng.random() < 0.12:
        cut = int(rng.integers(2, n - 2))
        return Text("general", out[:cut], out[cut:])
    cut = int(rng.integers(1, n))
    gap = pick(rng, ["", " ", " ", " ", "-", "."])
    return Text("general", out[:cut] + gap + out[cut:])


def sample(rng):
    """A text by how often its kind comes through a Vietnamese gate, the rare ones raised so that they are learnt."""
    two = rng.random() < 0.4
    roll = rng.random()
    if roll < 0.20:
        return car(rng, two)
    if roll < 0.48:
        return motorbike(rng)
    if roll < 0.55:
        return electric(rng)
    if roll < 0.60:
        return special(rng, two)
    if roll < 0.64:
        return foreign(rng, two)
    if roll < 0.67:
        return army(rng, two)
    return general(rng)


def rng_of(seed):
    return np.random.default_rng(seed)
