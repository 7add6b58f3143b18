"""Cold and warm start of the world, and the resident memory of every process once it is idle."""

import collections
import sys
import time

import world

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
world.launcher("down")
warm = []
for _ in range(rounds):
    warm.append(world.launcher("up")[1])
    if _ < rounds - 1:
        world.launcher("down")
rows = [["warm `up`, seconds", world.spread(warm), f"{rounds} runs, prepared and built before"]]
world.table("Start", ["what", "median (min–max)", "how"], rows)

time.sleep(20)  # let the caches of starting up settle: this is the idle world
sums = collections.defaultdict(lambda: [0, 0, 0])
for pid, name, rss, pss in world.processes():
    entry = sums[name]
    entry[0] += 1
    entry[1] += rss
    entry[2] += pss
rows = [[name, count, f"{rss / 2**20:.0f}", f"{pss / 2**20:.0f}"] for name, (count, rss, pss) in sorted(sums.items())]
rows.append(["**all**", sum(r[1] for r in rows), f"**{sum(v[1] for v in sums.values()) / 2**20:.0f}**",
             f"**{sum(v[2] for v in sums.values()) / 2**20:.0f}**"])
world.table("Resident memory of the idle world, MiB", ["process", "how many", "RSS, summed", "PSS (shared pages once)"], rows)
