"""The detector: a grey picture in; where plates are, and how far their sides lie from each place, out."""

import torch
from torch import nn
from torch.nn import functional

STRIDE = 8
PEAK = 0.4  # Gaussian height above which a cell learns the box


def block(inside, outside, stride=1, dilation=1):
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride, dilation, dilation, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU(inplace=True),
    )


class DetectorNet(nn.Module):
    """input: float [n, 1, H, W], grey 0..1, H and W multiples of 16.

    Outputs heat [n, 1, H/8, W/8], the sigmoid of "a plate's centre is here", and box [n, 4, H/8, W/8], the distances of
    the plate's left, top, right and bottom side from the cell's centre, in input pixels, all positive inside the plate.
    """

    def __init__(self, fine=40, coarse=64):
        super().__init__()
        self.stem = nn.Sequential(block(1, 12, 2), block(12, 24, 2), block(24, fine, 2), block(fine, fine))
        self.context = nn.Sequential(
            block(fine, coarse, 2), block(coarse, coarse), block(coarse, coarse, 1, 2), block(coarse, coarse, 1, 3)
        )
        self.down = nn.Conv2d(coarse, fine, 1)
        self.join = block(fine, fine)
        self.heat = nn.Sequential(block(fine, 24), nn.Conv2d(24, 1, 1))
        self.box = nn.Sequential(block(fine, 24), nn.Conv2d(24, 4, 1))
        nn.init.constant_(self.heat[-1].bias, -4.0)
        nn.init.normal_(self.box[-1].weight, 0, 0.01)

    def logits(self, grey):
        fine = self.stem((grey - 0.5) * 2)
        wide = functional.interpolate(self.down(self.context(fine)), scale_factor=2.0, mode="nearest")
        joined = self.join(fine + wide)
        raw = self.box(joined)
        # The net speaks of centre and size, so that a plate thinner than a cell may miss the cell's centre.
        size = torch.clamp(raw[:, 2:], -3, 3) if self.training else raw[:, 2:]  # Clip is not read by every runtime
        centre, half = raw[:, :2] * STRIDE, torch.exp(size) * (2 * STRIDE)
        return self.heat(joined), torch.cat([half - centre, half + centre], 1)

    def forward(self, grey):
        heat, box = self.logits(grey)
        return torch.sigmoid(heat), box


def targets(boxes, ignored, height, width):
    """Heat [h, w], box [4, h, w], weight of the box loss [h, w] and of the heat loss [h, w] of one picture.

    boxes and ignored: sequences of x0, y0, x1, y1 in input pixels.
    """
    h, w = height // STRIDE, width // STRIDE
    ys = (torch.arange(h, dtype=torch.float32)[:, None] + 0.5) * STRIDE
    xs = (torch.arange(w, dtype=torch.float32)[None] + 0.5) * STRIDE
    heat, weight, care = torch.zeros(h, w), torch.zeros(h, w), torch.ones(h, w)
    box = torch.zeros(4, h, w)
    for x0, y0, x1, y1 in ignored:
        inside = (xs > x0 - 4) & (xs < x1 + 4) & (ys > y0 - 4) & (ys < y1 + 4)
        care[inside] = 0
    for x0, y0, x1, y1 in boxes:
        cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
        sx, sy = max(0.1 * (x1 - x0), 0.55 * STRIDE), max(0.1 * (y1 - y0), 0.55 * STRIDE)
        bump = torch.exp(-((xs - cx) ** 2) / (2 * sx * sx) - (ys - cy) ** 2 / (2 * sy * sy))
        row, column = min(h - 1, max(0, int(cy / STRIDE))), min(w - 1, max(0, int(cx / STRIDE)))
        bump[row, column] = 1.0
        mine = (bump > heat) & (bump > PEAK)
        sides = torch.stack(torch.broadcast_tensors(xs - x0, ys - y0, x1 - xs, y1 - ys))
        box[:, mine] = sides[:, mine]
        weight[mine] = bump[mine]
        heat = torch.maximum(heat, bump)
        care[row, column] = 1
    return heat, box, weight, care


def loss_of(heat_logits, box, target):
    """Penalty-reduced focal loss of the heat map (as CenterNet) and generalised IoU of the boxes."""
    heat, wanted, weight, care = target
    logits = heat_logits[:, 0]
    p = torch.sigmoid(logits).clamp(1e-5, 1 - 1e-5)
    peak = (heat > 0.999).float()
    found = -torch.log(p) * (1 - p) ** 2 * peak
    false = -torch.log(1 - p) * p**2 * (1 - heat) ** 4 * (1 - peak) * care
    n = peak.sum().clamp(min=1)
    heat_loss = (found.sum() + false.sum()) / n
    inner = torch.minimum(box, wanted)
    outer = torch.maximum(box, wanted)

    def area(d):
        return (d[:, 0] + d[:, 2]).clamp(min=0) * (d[:, 1] + d[:, 3]).clamp(min=0)

    overlap = area(inner)
    union = area(box) + area(wanted) - overlap + 1e-6
    hull = area(outer) + 1e-6
    giou = overlap / union - (hull - union) / hull
    box_loss = ((1 - giou) * weight).sum() / weight.sum().clamp(min=1)
    return heat_loss, box_loss
