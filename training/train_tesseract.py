#!/usr/bin/env python3
"""Trains Tesseract's line network on generated plate lines, from scratch. Resumable: run the same command again after any stop.

    training/train_tesseract.py --out DIR [--iterations 100000] [--seed 1]

Wants Debian's tesseract-ocr (lstmtraining, combine_lang_model, lstmeval) beside what README.md names. DIR gets the lines
(lines/), the checkpoints, log.csv and vnplate.traineddata.
"""

import argparse
import csv
import os
import pathlib
import re
import subprocess
import sys

import cv2
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from platelab import lines  # noqa: E402

NAME = "vnplate"
NET = f"[1,{lines.HEIGHT},0,1 Ct3,3,16 Mp3,3 Lfys48 Lfx96 Lrx96 Lfx128 O1c{len(lines.CHARACTERS) + 1}]"
PAGES = 1_000  # lines of a file
TEST_PAGES = 400
TEST_SEED = 999

# Hardness and files of each kind of lines. Nothing is learnt from hard lines before clean ones are read.
KINDS = {"clean": (0.0, 12), "easy": (0.3, 16), "hard": (1.0, 16)}
# Until which share of all iterations, kinds learnt from, learning rate (None: as the trainer has it). The last one settles.
STAGES = [
    (0.18, ("clean",), None),
    (0.30, ("clean", "easy"), None),
    (0.80, ("easy", "hard"), None),
    (1.00, ("easy", "hard"), 2e-4),
]
STEP = 4_000  # iterations between two lines of the log


def run(*command):
    """What the command printed; its last lines and the end of this script if it failed."""
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode:
        sys.exit(f"{command[0]} failed with {done.returncode}:\n" + "\n".join(done.stdout.splitlines()[-15:]))
    return done.stdout


def make_file(path, seed, hard, count=PAGES):
    """So many lines as an .lstmf, by way of a TIFF with a page for each and a box file that knows the text of each page."""
    if path.exists():
        return
    rng, factory = np.random.default_rng(seed), lines.LineFactory()
    pages, boxes = [], []
    while len(pages) < count:
        for picture, text in factory.make(rng, hard):
            if len(pages) < count and lines.is_legible(picture):
                h, w = picture.shape
                boxes += [f"WordStr 0 0 {w} {h} {len(pages)} #{text}", f"\t {w} {h} {w + 1} {h + 1} {len(pages)}"]
                pages.append(picture)
    stem = path.with_suffix(".part")
    cv2.imwritemulti(f"{stem}.tif", pages)
    pathlib.Path(f"{stem}.box").write_text("\n".join(boxes) + "\n", encoding="utf-8")
    run("tesseract", f"{stem}.tif", stem, "--psm", "13", "lstm.train")
    os.remove(f"{stem}.tif")
    os.remove(f"{stem}.box")
    os.replace(f"{stem}.lstmf", path)


def make_lines(folder, seed):
    """All files of lines, and the list of each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    lists = {}
    for number, (kind, (hard, count)) in enumerate(KINDS.items()):
        lists[kind] = [folder / f"{kind}-{i:03}.lstmf" for i in range(count)]
        for i, path in enumerate(lists[kind]):
            make_file(path, [seed, number, i], hard)
            print(f"\rlines: {kind} {i + 1} of {count}   ", end="", flush=True)
    test = folder / "test.lstmf"
    make_file(test, [TEST_SEED], 1.0, TEST_PAGES)
    print()
    return lists, test


def starter(folder):
    """A traineddata that knows the characters and nothing else."""
    made = folder / NAME / f"{NAME}.traineddata"
    if not made.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "radical-stroke.txt").write_text("# no ideographs\n")
        texts = folder / "characters.txt"
        texts.write_text("\n".join(lines.CHARACTERS) + "\n", encoding="utf-8")
        run("unicharset_extractor", "--norm_mode", "1", "--output_unicharset", folder / "unicharset", texts)
        run(
            "combine_lang_model", "--input_unicharset", folder / "unicharset", "--script_dir", folder,
            "--output_dir", folder, "--lang", NAME, "--pass_through_recoder",
        )
    return made


def evaluate(model, traineddata, test_list):
    """Characters and lines of the test file read wrong, in percent."""
    out = run("lstmeval", "--model", model, "--traineddata", traineddata, "--eval_listfile", test_list, "--verbosity", "0")
    found = re.search(r"BCER eval=([\d.]+), BWER eval=([\d.]+)", out) or re.search(r"Char error rate=([\d.]+), Word error rate=([\d.]+)", out)
    return float(found[1]), float(found[2])


def listed(path, files):
    path.write_text("".join(f"{file}\n" for file in files))
    return path


def done_so_far(log):
    return int(log.read_text().splitlines()[-1].split(",")[0]) if log.exists() else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--iterations", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    cv2.setNumThreads(1)
    out = options.out.resolve()

    traineddata = starter(out / "starter")
    kinds, test = make_lines(out / "lines", options.seed)
    test_list, log = listed(out / "test.txt", [test]), out / "log.csv"
    end, before, model = 0, done_so_far(log), None
    for number, (until, learnt, rate) in enumerate(STAGES):
        start, end = end, round(until * options.iterations / STEP) * STEP
        command = [
            "lstmtraining", "--traineddata", traineddata, "--model_output", out / f"stage-{number}", "--debug_interval", "0",
            "--train_listfile", listed(out / f"stage-{number}.txt", [file for kind in learnt for file in kinds[kind]]),
            "--target_error_rate", "0.0001",
        ]  # fmt: skip
        # A stage goes on from its own checkpoint if it has one; else from the stage before.
        command += ["--continue_from", model] if model else ["--net_spec", NET]
        command += ["--reset_learning_rate", "--learning_rate", rate] if rate else []
        model = out / f"stage-{number}_checkpoint"
        for step in range(max(start, before), end, STEP):
            learning = re.findall(r"(?:BCER|char) train=([\d.]+)", run(*command, "--max_iterations", step + STEP))
            learning = learning[-1] if learning else "-"
            characters, whole = evaluate(model, traineddata, test_list)
            with open(log, "a", newline="") as file:
                csv.writer(file).writerow([step + STEP, number, learning, characters, whole])
            print(f"{step + STEP} of {options.iterations}: learning {learning} %, test {characters} % of characters and {whole} % of lines wrong", flush=True)
    run(
        "lstmtraining", "--stop_training", "--convert_to_int", "--continue_from", model, "--traineddata", traineddata,
        "--model_output", out / f"{NAME}.traineddata",
    )
    print(f"{out / NAME}.traineddata, {(out / f'{NAME}.traineddata').stat().st_size} bytes")


if __name__ == "__main__":
    main()
