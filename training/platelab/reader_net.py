"""The reader: one grey crop of one or two lines in, ten character places out, no line split and no CTC.

A convolutional trunk keeps an 8 x 20 map; ten learned queries look at it and name one character each, in reading order.
"""

import torch
from torch import nn

CLASSES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ"
NONE = len(CLASSES)  # the place is empty
PLACES = 10


def block(inside, outside, stride):
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride, 1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True)
    )


class Attention(nn.Module):
    """Multi-head attention written out, so that it exports to plain ONNX operators."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads, self.scale = heads, (width // heads) ** -0.5
        self.q, self.kv, self.out = nn.Linear(width, width), nn.Linear(width, 2 * width), nn.Linear(width, width)

    def forward(self, x, seen):
        batch, n, width = x.shape
        each = width // self.heads
        q = self.q(x).view(batch, n, self.heads, each).transpose(1, 2)
        k, v = self.kv(seen).view(batch, seen.shape[1], 2, self.heads, each).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) * self.scale, -1)
        return self.out((weights @ v).transpose(1, 2).reshape(batch, n, width))


class Decoder(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.own, self.look = Attention(width, heads), Attention(width, heads)
        self.n1, self.n2, self.n3 = (nn.LayerNorm(width) for _ in range(3))
        self.think = nn.Sequential(nn.Linear(width, 2 * width), nn.ReLU(inplace=True), nn.Linear(2 * width, width))

    def forward(self, x, seen):
        y = self.n1(x)
        x = x + self.own(y, y)
        x = x + self.look(self.n2(x), seen)
        return x + self.think(self.n3(x))


class ReaderNet(nn.Module):
    """input: float [batch, 1, 64, 160], grey 0..1; output: float [batch, 10, 38] logits."""

    def __init__(self, width=112):
        super().__init__()
        self.trunk = nn.Sequential(
            block(1, 24, 2), block(24, 48, 2), block(48, 56, 1), block(56, 80, (2, 1)), block(80, width, (1, 2)),
            block(width, width, 1),
        )
        self.place = nn.Parameter(torch.randn(1, 8 * 20, width) * 0.02)
        self.queries = nn.Parameter(torch.randn(1, PLACES, width) * 0.02)
        self.decoders = nn.ModuleList([Decoder(width, 4) for _ in range(2)])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, len(CLASSES) + 1)

    def forward(self, grey):
        seen = self.trunk((grey - 0.5) * 2).flatten(2).transpose(1, 2) + self.place
        x = self.queries + torch.zeros_like(seen[:, :PLACES])
        for decoder in self.decoders:
            x = decoder(x, seen)
        return self.head(self.norm(x))


def encode(label):
    row = [CLASSES.index(c) for c in label[:PLACES]]
    return row + [NONE] * (PLACES - len(row))


def decode(row):
    return "".join(CLASSES[i] for i in row if i != NONE)
