"""The reader: a dense character detector over one grey crop of a plate with one or two lines.

Every cell of an 8 x 40 map says whether a character's centre lies in it, which one, on which line, and how large it is. So
one net reads any number of characters on one or two tilted lines, without a line split, and each has its own confidence.
"""

import torch
from torch import nn
from torch.nn import functional as F

CLASSES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"
CELL_H, CELL_W, ROWS, COLUMNS = 8, 4, 8, 40
HEAT, CLASS, LINE, BOX, CHANNELS = 0, 1, 38, 39, 43  # where each output starts
MOST = 12  # characters of a crop at most


def conv(inside, outside, stride=1, size=3):
    return nn.Sequential(
        nn.Conv2d(inside, outside, size, stride, size // 2, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True)
    )


class ReaderNet(nn.Module):
    """input: float [n, 1, 64, 160], grey 0..1; output: float [n, 43, 8, 40]: logits of presence, 37 classes and
    second line, then the character's centre from the cell's centre and its size, in cells."""

    def __init__(self, a=20, b=36, c=64, d=96):
        super().__init__()
        self.fine = nn.Sequential(conv(1, a, 2), conv(a, b, 2), conv(b, b), conv(b, c, (2, 1)), conv(c, c))
        self.wide = nn.Sequential(conv(c, d, 2), conv(d, d), conv(d, d), conv(d, c, 1, 1))
        self.head = nn.Sequential(conv(c, c), nn.Conv2d(c, CHANNELS, 1))
        self.head[1].bias.data[HEAT] = -3.0

    def forward(self, grey):
        seen = self.fine((grey - 0.5) * 2)
        return self.head(seen + F.interpolate(self.wide(seen), scale_factor=2.0, mode="nearest"))


def targets(glyphs):
    """glyphs: float [n, MOST, 6] of class, line, centre x, y, width, height in pixels (class -1: none).

    Returns heat [n, 8, 40] and owner [n, 8, 40], the index of the glyph whose values a cell learns, -1 for none.
    """
    present = glyphs[..., 0] >= 0
    x, y = glyphs[..., 2] / CELL_W - 0.5, glyphs[..., 3] / CELL_H - 0.5
    sx = (glyphs[..., 4] / CELL_W * 0.16).clamp(0.45, 1.6)
    sy = (glyphs[..., 5] / CELL_H * 0.13).clamp(0.4, 1.0)
    columns = torch.arange(COLUMNS, device=glyphs.device).view(1, 1, 1, -1)
    rows = torch.arange(ROWS, device=glyphs.device).view(1, 1, -1, 1)
    cx, cy = x.round().clamp(0, COLUMNS - 1), y.round().clamp(0, ROWS - 1)
    around = torch.exp(
        -((columns - cx[..., None, None]) ** 2) / (2 * sx[..., None, None] ** 2)
        - (rows - cy[..., None, None]) ** 2 / (2 * sy[..., None, None] ** 2)
    )
    around = around * present[..., None, None]
    heat, owner = around.max(1)
    return heat, torch.where(heat > 0.25, owner, torch.full_like(owner, -1))


def loss_of(out, glyphs):
    heat, owner = targets(glyphs)
    logit = out[:, HEAT]
    p = torch.sigmoid(logit).clamp(1e-4, 1 - 1e-4)
    peak = heat > 0.999
    found = -(torch.log(p) * (1 - p) ** 2)[peak].sum()
    empty = -(torch.log(1 - p) * p**2 * (1 - heat) ** 4)[~peak].sum()
    count = peak.sum().clamp(min=1)
    at = owner >= 0
    batch = torch.arange(len(glyphs), device=glyphs.device).view(-1, 1, 1).expand_as(owner)[at]
    wanted = glyphs[batch, owner[at]]
    weight = heat[at]
    values = out.permute(0, 2, 3, 1)[at]
    named = F.cross_entropy(values[:, CLASS:LINE], wanted[:, 0].long(), reduction="none", label_smoothing=0.01)
    line = F.binary_cross_entropy_with_logits(values[:, LINE], wanted[:, 1], reduction="none")
    rows, columns = [t.float() for t in torch.nonzero(at, as_tuple=True)[1:]]
    place = torch.stack(
        [
            wanted[:, 2] / CELL_W - 0.5 - columns, wanted[:, 3] / CELL_H - 0.5 - rows,
            wanted[:, 4] / CELL_W, wanted[:, 5] / CELL_H,
        ], 1,
    )
    near = F.smooth_l1_loss(values[:, BOX:], place, reduction="none").sum(1)
    spread = weight.sum().clamp(min=1)
    return (found + empty) / count + ((named + 0.5 * line + 0.1 * near) * weight).sum() / spread


def decode(out, threshold=0.3):
    """One crop's output [43, 8, 40] to a list of (character, confidence, line, x, y, width, height), reading order."""
    heat = torch.sigmoid(out[HEAT])
    names, which = torch.softmax(out[CLASS:LINE], 0).max(0)
    top = F.max_pool2d(heat[None], 3, 1, 1)[0] == heat
    found = []
    for row, column in torch.nonzero(top & (heat > threshold)).tolist():
        dx, dy, w, h = out[BOX:, row, column].tolist()
        found.append(
            (CLASSES[which[row, column]], float(heat[row, column] * names[row, column]),
             int(out[LINE, row, column] > 0), (column + 0.5 + dx) * CELL_W, (row + 0.5 + dy) * CELL_H, w * CELL_W,
             h * CELL_H)
        )
    found.sort(key=lambda g: -g[1])
    kept = []
    for g in found:
        if all(abs(g[3] - k[3]) > 0.45 * min(g[5], k[5]) or abs(g[4] - k[4]) > 0.5 * min(g[6], k[6]) for k in kept):
            kept.append(g)
    return sorted(kept, key=lambda g: (g[2], g[3]))
