"""Runs a template on a split in a JVM of its own: from its packed archive, with the engine packs it names, as a node would."""

import json
import os
import pathlib
import subprocess
import zipfile

import pandas as pd

ROOT = pathlib.Path(__file__).resolve().parents[3]
WORK = ROOT / "tests/benchmarks/target/marks"
JAVA = pathlib.Path(subprocess.run(["sh", "-c", f"root={ROOT}; . {ROOT}/.mvn/wrapper/jdk.sh; require_jdk benchmarks"],
                                   capture_output=True, text=True, check=True).stdout.strip()) / "bin"


def train_and_score(module, split, seed, options, threads):
    """Gives what the JVM told, and the result of scoring as a table; or None where the template is not packed."""
    return run(module, split.name, lambda folder: _write(split, folder), seed, options, threads)


def run(module, name, write, seed, options, threads):
    """The same for any data: `write` is given a folder, and gives the file to learn from and the files to score."""
    archive = next(iter(sorted((ROOT / "industry-templates" / module / "target").glob("*-template.zip"))), None)
    if archive is None:
        return None
    folder = WORK / module
    paths = _class_path(archive, folder)
    learn, asks = write(folder)
    memory = os.environ.get("MILLWRIGHT_BENCHMARK_HEAP", "2g")
    command = [JAVA / "java", f"-Xmx{memory}", "-XX:+UseSerialGC", f"-XX:ActiveProcessorCount={threads}",
               "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", os.pathsep.join(map(str, paths)),
               f"-Dthreads={threads}", "TrainAndScore", learn, os.pathsep.join(map(str, asks)), folder, str(seed), *[f"{k}={v}" for k, v in options.items()]]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=1800,
                          env=dict(os.environ, OMP_NUM_THREADS=str(threads)))
    if done.returncode != 0:
        raise SystemExit(f"{module} failed on {name}:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    told = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    results = [pd.read_csv(folder / f"result-{at}.csv").assign(ask=at) for at in range(len(asks))]
    return told, pd.concat(results, ignore_index=True)


def _class_path(archive, folder):
    """What is in the archive and in the packs of its engines, unpacked; then the testkit that runs it."""
    unpacked = folder / "archive"
    _unpack(archive, unpacked)
    jars = [unpacked / "classes", *sorted(unpacked.glob("lib/*.jar"))]
    for engine in json.loads((unpacked / "descriptor.json").read_text())["template"]["engines"]:
        pack = next((ROOT / "plugins/engine-packs").glob(f"*/target/{engine['name']}-{engine['version']}.zip"))
        _unpack(pack, folder / engine["name"])
        jars += sorted((folder / engine["name"]).rglob("*.jar"))
    jars += [ROOT / f"plugins/{module}/target/classes" for module in ("plugin-api", "plugin-testkit")]
    classes = folder / "main"
    classes.mkdir(parents=True, exist_ok=True)
    subprocess.run([JAVA / "javac", "-proc:none", "-d", classes, "-cp", os.pathsep.join(map(str, jars)),
                    pathlib.Path(__file__).with_name("TrainAndScore.java")], check=True, capture_output=True)
    return [classes, *jars]


def _unpack(archive, folder):
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(folder)


def _write(split, folder):
    if "pixels" in split.train:
        return _images(split, folder)
    learn = folder / "learn.csv"
    split.train.to_csv(learn, index=False)
    files = []
    for at, ask in enumerate(split.asks or [split.score if len(split.score) else split.train]):
        files.append(folder / f"ask-{at}.csv")
        ask.to_csv(files[-1], index=False)
    return learn, files


def _images(split, folder):
    """Two zips as a person would bring them: train and val to learn from, test without the folders that name the class."""
    import world
    learn_file, ask_file = folder / "learn.zip", folder / "ask.zip"
    with zipfile.ZipFile(world.DATA / "pneumonia/pneumonia-28.zip") as images, \
            zipfile.ZipFile(learn_file, "w") as learn, zipfile.ZipFile(ask_file, "w") as ask:
        for name in images.namelist():
            if name.endswith(".png") and not name.startswith("test/"):
                learn.writestr(name, images.read(name))
            elif name.endswith(".png"):
                ask.writestr(name.rsplit("/", 1)[1], images.read(name))
    return learn_file, [ask_file]
