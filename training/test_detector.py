#!/usr/bin/env python3
"""Tests of the detector's training: python3 -m unittest discover training"""

import pathlib
import sys
import tempfile
import unittest

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import measure_detector  # noqa: E402
import train_detector  # noqa: E402
from platelab import alphabet, detector_net, scenes  # noqa: E402


class TargetsTest(unittest.TestCase):
    def test_the_peak_cell_tells_the_box_again(self):
        for box in ([100.0, 60.0, 180.0, 118.0], [3.0, 5.0, 17.0, 9.0], [300.0, 200.0, 384.0, 224.0]):
            heat, sides, weight, _ = detector_net.targets([box], [], 224, 384)
            row, column = np.unravel_index(int(heat.argmax()), heat.shape)
            x, y = (column + 0.5) * 8, (row + 0.5) * 8
            left, top, right, bottom = sides[:, row, column].tolist()
            self.assertEqual([x - left, y - top, x + right, y + bottom], box)
            self.assertEqual(weight[row, column], 1)

    def test_a_cut_plate_is_neither_rewarded_nor_punished(self):
        cut = [0.0, 0.0, 40.0, 30.0]
        heat, _, weight, care = detector_net.targets([], [cut], 224, 384)
        self.assertEqual(heat.max(), 0)
        self.assertEqual(weight.max(), 0)
        self.assertEqual(care[1, 2], 0)
        self.assertEqual(care[20, 40], 1)

    def test_the_true_boxes_have_no_box_loss(self):
        target = [t[None] for t in detector_net.targets([[100.0, 60.0, 180.0, 118.0]], [], 224, 384)]
        logits = torch.full((1, 1, 28, 48), -9.0)
        _, right = detector_net.loss_of(logits, target[1], target)
        _, wrong = detector_net.loss_of(logits, target[1] + 9, target)
        self.assertAlmostEqual(right.item(), 0, places=3)
        self.assertGreater(wrong.item(), 0.1)


class ScenesTest(unittest.TestCase):
    def test_the_same_seed_makes_the_same_scene(self):
        factory = scenes.SceneFactory(alphabet.typefaces())
        first, second = (factory.make(np.random.default_rng(7)) for _ in range(2))
        np.testing.assert_array_equal(first.picture, second.picture)
        np.testing.assert_array_equal(first.boxes, second.boxes)

    def test_boxes_lie_in_their_views(self):
        factory, rng = scenes.SceneFactory(alphabet.typefaces()), np.random.default_rng(3)
        plates = 0
        for _ in range(40):
            picture, boxes, _ = train_detector.view(rng, factory.make(rng))
            self.assertEqual(picture.shape, (224, 384))
            for x0, y0, x1, y1 in boxes:
                self.assertTrue(0 <= x0 < x1 <= 384 and 0 <= y0 < y1 <= 224)
            plates += len(boxes)
        self.assertGreater(plates, 15)


class ExportTest(unittest.TestCase):
    def test_the_exported_net_says_what_the_trained_one_says(self):
        torch.manual_seed(1)
        net = detector_net.DetectorNet().eval()
        with torch.no_grad():  # a fresh net's layers are alike and would be exported as one
            for values in [*net.parameters(), *(b for b in net.buffers() if b.is_floating_point())]:
                values.add_(torch.rand_like(values) * 0.02)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "net.onnx"
            train_detector.export(net, path)
            detector = measure_detector.Detector(path)
            grey = np.random.default_rng(1).random((1, 1, 224, 384), np.float32)
            detector.net.setInput(grey)
            heat, box = detector.net.forward(["heat", "box"])
        with torch.no_grad():
            wanted_heat, wanted_box = net(torch.from_numpy(grey))
        np.testing.assert_allclose(heat, wanted_heat.numpy(), atol=1e-4)
        np.testing.assert_allclose(box, wanted_box.numpy(), atol=1e-2)


if __name__ == "__main__":
    unittest.main()
