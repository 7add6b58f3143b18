"""From Train pressed to the first line of template code on Ray, beside a raw Ray actor start, taking turns in one run.

"Pressed" is the moment the request is sent to the API; "first line" is the time of the first log line or progress that the
template itself wrote, as the job's events give it. Both clocks are this machine's.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import world

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
admin, engineer = world.Api("acme-admin"), world.Api("acme-engineer")
project = world.project(admin, engineer)


def sample():
    """The dataset to train on: the template's own sample, made once."""
    for one in engineer.get("/tenants/acme/datasets?limit=200")["items"]:
        if "sample" in one["name"].lower():
            return one["id"]
    job = engineer.post("/tenants/acme/jobs", {"project": project, "kind": "sample"})
    result = engineer.wait("acme", job["id"])["result"]
    return result["id"] if isinstance(result, dict) else result


def first_line(dataset):
    """Seconds from the request to the template's first word, and to the agent's start."""
    pressed = time.time()
    job = engineer.post("/tenants/acme/jobs", {"project": project, "kind": "train", "dataset": dataset, "options": {}})
    done = engineer.wait("acme", job["id"], poll=1)
    ours = [event for event in engineer.events("acme", job["id"]) if event["type"] in ("log", "progress", "metric")]
    return world.moment(ours[0]["at"]) - pressed, world.moment(done["startedAt"]) - pressed


def ray_jar():
    cache = pathlib.Path(os.environ.get("MILLWRIGHT_CACHE", world.HOME / "cache"))
    return next(cache.rglob("ray_dist.jar"))


def raw(folder, number):
    """Seconds of raw actor starts of one driver."""
    java = pathlib.Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "java"
    environment = dict(os.environ, RAY_AUTH_MODE="token", RAY_AUTH_TOKEN_PATH=str(world.HOME / "secrets" / "ray-token"),
                       RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0")
    done = subprocess.run(
        [java, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
         f"-Dray.address=127.0.0.1:{world.PORT + 4}", "-Dray.node-ip=127.0.0.1", f"-Dray.job.code-search-path={folder}",
         f"-Dray.logging.dir={folder}", "-cp", f"{ray_jar()}:{folder}", "RawActor", str(number)],
        env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit("the raw driver failed:\n" + done.stdout + done.stderr)
    return [int(line.split()[1]) / 1000 for line in done.stdout.splitlines() if line.startswith("millis ")]


dataset = sample()
ours, started, theirs = [], [], []
with tempfile.TemporaryDirectory() as folder:
    javac = pathlib.Path(os.environ.get("JAVA_HOME", "/usr")) / "bin" / "javac"
    subprocess.run([javac, "-cp", str(ray_jar()), "-d", folder, pathlib.Path(__file__).with_name("RawActor.java")], check=True)
    first_line(dataset)  # the first attempt on a node fetches engine and archive into its cache
    for _ in range(rounds):
        line, agent = first_line(dataset)
        ours.append(line)
        started.append(agent)
        theirs += raw(folder, 1)
ratio = sorted(a / b for a, b in zip(ours, theirs))[rounds // 2]
world.table("From Train pressed to the first line of template code, seconds", ["what", "median (min–max)"], [
    ["raw Ray: actor asked for until it answered", world.spread(theirs)],
    ["Millwright: pressed until the agent reported", world.spread(started)],
    ["Millwright: pressed until the template's first word", world.spread(ours)],
    ["ratio to raw, median of pairs", f"{ratio:.2f}"]])
