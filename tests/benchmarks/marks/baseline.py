"""One baseline on one data set in a process of its own: python3 -m marks.baseline DATA MODEL SEED PREFIX."""

import pathlib
import sys
import time

import world
from marks import baselines, data

name, model, seed, prefix = sys.argv[1:5]
for number, split in enumerate(getattr(data, name)(world.DATA)):
    begin = time.monotonic()
    getattr(baselines, model)(split, int(seed)).to_csv(f"{prefix}{number}.csv", index=False)
    print(f"seconds={time.monotonic() - begin:.2f}")
peak = next(line for line in pathlib.Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
print(f"peak={peak.split()[1]}")
