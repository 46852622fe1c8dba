"""Reader crops for training: made in a worker, kept in a reservoir, so that a crop is learnt from more than once."""

import cv2
import numpy as np
import torch

from . import alphabet, plates, reader_net

BATCH = 64
EASY = 0.2  # how hard the first crops are, and a share of all later ones


def factory():
    return plates.CropFactory(alphabet.typefaces(), alphabet.general_typefaces(), reader_net.CLASSES)


class CropStream(torch.utils.data.IterableDataset):
    """An endless stream of batches; every worker and every resumption draws from its own seed.

    A batch: grey uint8 [64, 1, 64, 160] and characters float32 [64, MOST, 6] as plates.CropFactory gives them.
    """

    def __init__(self, seed, start, hard, fresh=22, keep=24_000):
        self.seed, self.start, self.hard, self.fresh, self.keep = seed, start, hard, fresh, keep

    def __iter__(self):
        cv2.setNumThreads(1)
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, self.start, worker.id if worker else 0])
        make = factory().make
        greys = np.empty((self.keep, 1, plates.INPUT_HEIGHT, plates.INPUT_WIDTH), np.uint8)
        characters = np.empty((self.keep, plates.MOST, 6), np.float32)
        held, at = 0, 0
        while True:
            for _ in range(self.fresh if held > 8 * BATCH else BATCH):
                greys[at, 0], characters[at], _ = make(rng, self.hard if rng.random() < 0.85 else EASY)
                held, at = max(held, at + 1), (at + 1) % self.keep
            chosen = rng.integers(0, held, BATCH)
            pictures = greys[chosen].astype(np.float32)
            gain, offset = rng.uniform(0.7, 1.25, (BATCH, 1, 1, 1)), rng.normal(0, 15, (BATCH, 1, 1, 1))
            pictures = np.clip(pictures * gain + offset, 0, 255).astype(np.uint8)
            yield torch.from_numpy(pictures), torch.from_numpy(characters[chosen])


def fixed_set(n, seed=999):
    """A test set that no training stream draws: n grey pictures as float [n, 1, 64, 160] and their texts."""
    rng = np.random.default_rng(seed)
    make = factory().make
    made = [make(rng, 1.0) for _ in range(n)]
    return torch.from_numpy(np.stack([m[0] for m in made])[:, None]).float() / 255, [m[2] for m in made]
