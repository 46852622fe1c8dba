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


# A letter stands for any letter, 9 for any digit, a space for a gap that a seal may fill.
EUROPEAN = (
    "AA AA 999|A AA 9999|AAA AA 99|AA A 999|AA AAA99|AA 9999A|AA 999 AA|AA-999-AA|9999 AAA|99-AA-99|AA-99-99|99-AAA-9|AAA 999|AAA-999|"
    "AAA 99 AA|AA99 AAA|9A9 9999|AA 99 999|AA 999AA|AA 9999|A 99999|AA 99999|999 AA 99|9 AAA 99|999-AAA|A 999 AA|AA 999-AA|AAA 9999"
).split("|")
AMERICAN = (
    "AAA 9999|AAA-9999|9AAA999|AAA 999|999 AAA|999-AAA|AA 99999|999999|99A 999|A99 99A|AA9 A99|9999 AA|AAA99|AA9999|999A99|A999999|9AA9999|AAAA999"
).split("|")


def from_pattern(rng, pattern):
    filled = "".join(pick(rng, GENERAL) if c == "A" else digits(rng, 1) if c == "9" else c for c in pattern)
    return Text("general", filled)


def general(rng):
    """Any country: the common patterns, and 4 to 9 characters, letters and digits in runs, sometimes a gap or a hyphen."""
    if rng.random() < 0.6:
        return from_pattern(rng, pick(rng, EUROPEAN if rng.random() < 0.5 else AMERICAN))
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
    if roll < 0.18:
        return car(rng, two)
    if roll < 0.43:
        return motorbike(rng)
    if roll < 0.49:
        return electric(rng)
    if roll < 0.53:
        return special(rng, two)
    if roll < 0.56:
        return foreign(rng, two)
    if roll < 0.58:
        return army(rng, two)
    return general(rng)


def rng_of(seed):
    return np.random.default_rng(seed)
