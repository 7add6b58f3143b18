"""Upload of 1 GB of CSV: time, and the peak resident memory of the portal while it happens."""

import pathlib
import random
import sys
import tempfile
import threading
import time

import world

size = int(float(sys.argv[1]) * 2**30) if len(sys.argv) > 1 else 2**30
engineer = world.Api("acme-engineer")
portal = [pid for pid, name, rss, pss in world.processes() if name == "portal"]
random.seed(7)
with tempfile.TemporaryDirectory() as folder:
    file = pathlib.Path(folder) / "large.csv"
    with file.open("w") as out:
        out.write("id,time,customer,terminal,amount,fraud\n")
        number = 0
        while out.tell() < size:
            out.write("".join(
                f"{number + i},2024-01-{i % 28 + 1:02d}T{i % 24:02d}:{i % 60:02d}:00,C{random.randrange(50000)},"
                f"T{random.randrange(9000)},{random.random() * 300:.2f},{int(i % 97 == 0)}\n" for i in range(20_000)))
            number += 20_000
    peak, before, stop = [0], [0], threading.Event()

    def watch():
        while not stop.is_set():
            total = sum(rss for pid, name, rss, pss in world.processes() if pid in portal)
            before[0] = before[0] or total
            peak[0] = max(peak[0], total)
            time.sleep(0.2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    dataset, seconds = engineer.upload("acme", f"large {time.time():.0f}", file)
    stop.set()
    watcher.join()
world.table("Upload", ["size", "rows", "seconds", "MB/s", "portal before, MiB", "portal peak, MiB"],
            [[f"{size / 2**30:.2f} GiB", number, f"{seconds:.1f}", f"{size / seconds / 1e6:.0f}",
              f"{before[0] / 2**20:.0f}", f"{peak[0] / 2**20:.0f}"]])
