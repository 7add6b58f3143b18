"""Quality, time and memory of the templates on public data, beside models of Python on the same splits, judged by the same code.

python3 tests/benchmarks/templates.py [--data card_fraud,turbofan] [--presets quick,balanced] [--seeds 1,2] [--only ours|theirs]
        [--threads 2]

Both sides write predictions to CSV files; `marks/judges.py` reads them and knows neither side. The packages of Python lie in a
virtual environment under target/, made on first use. Needs packaged templates: ./mvnw package -DskipTests.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys

from marks import environment

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE / "target"
PYTHON = environment.python("venv")
PACKAGES = ["numpy==2.4.6", "pandas==2.3.3", "scikit-learn==1.9.1", "xgboost-cpu==3.2.0", "pillow==13.0.0", "statsforecast==2.1.1"]


environment.enter("venv", PACKAGES)

import pandas as pd  # noqa: E402  (only there in the virtual environment)

import world  # noqa: E402
from marks import data, judges, ours  # noqa: E402


def answers(key):
    """Turns a template's result into what the judges read, where rows are answered in their order."""
    return lambda split, result: pd.DataFrame({key: split.score[key].to_numpy(), "prediction": result.score})


def latest(split, result):
    """A machine's remaining life after the last row that is known of it."""
    last = result[result.latest == 1]
    return pd.DataFrame({"unit": last.unit, "prediction": last.remaining_life, "lower": last.lower, "upper": last.upper})


def steps(split, result):
    """A forecast for each series and step."""
    return result[["series", "step"]].assign(prediction=result.forecast, lower=result.lower95, upper=result.upper95)


def next_week(split, result):
    """Each file asks about the week after the last one with sales."""
    found = result[result.week == result["ask"] + data.FIRST_ASKED]
    return found[["store", "brand", "week"]].assign(prediction=found.forecast, lower=found.lower95, upper=found.upper95)


def sick(split, result):
    """Images are asked about by file name, without the folder that tells the class."""
    found = result.set_index("image").probability_pneumonia
    return pd.DataFrame({"image": split.truth.image, "prediction": [found[path.rsplit("/", 1)[1]] for path in split.truth.image]})


# What is asked of which template, how its answer is read, and who else is asked.
ROWS = {
    "card_fraud": ("fraud-detection", {"column.label": "fraud"}, answers("transaction_id"), {"XGBoost on handbook features": "card_fraud"}),
    "card_fraud_weeks": ("fraud-detection", {"column.label": "fraud"}, answers("transaction_id"), {}),
    "credit_default": ("fraud-detection", {"column.label": "Y"}, answers("ID"), {"histogram boosting": "credit_default"}),
    "turbofan": ("predictive-maintenance", {}, latest, {"XGBoost on 30 cycles": "turbofan"}),
    "turbofan_late": ("predictive-maintenance", {}, latest, {}),
    "m4_hourly": ("demand-forecasting", {"horizon": 48}, steps, {"seasonal naive": "m4_hourly_seasonal_naive", "Theta": "m4_hourly_theta"}),
    "orange_juice": ("demand-forecasting", {"horizon": 1, "column.value": "units"}, next_week,
                     {"mean of 8 weeks": "orange_juice_mean", "boosting, prices and promotions": "orange_juice"}),
    "pneumonia": ("imaging", {}, sick, {"forest on pixels": "pneumonia"}),
}


def averaged(figures):
    """The mean of each figure over the splits of one data set."""
    return {name: statistics.mean(figure[name] for figure in figures) for name in figures[0]}


def told(runs, name):
    """What runs took: the median, and the range where there are several."""
    values = [run[name] for run in runs]
    return f"{values[0]:.4g}" if len(values) == 1 else f"{statistics.median(values):.4g} ({min(values):.4g}–{max(values):.4g})"


def row(name, who, runs):
    metrics = ", ".join(f"{metric} {told([run['metrics'] for run in runs], metric)}" for metric in runs[0]["metrics"])
    micros = told(runs, "micros") if "micros" in runs[0] else "–"
    print(f"  {name}: {who}: {metrics}; {told(runs, 'seconds')} s", file=sys.stderr, flush=True)
    return [name.replace("_", "-"), who, metrics, told(runs, "seconds"), told(runs, "peak"), micros]


def run_ours(name, preset, seed, threads):
    module, options, read, _ = ROWS[name]
    figures, seconds, peak, micros = [], 0, 0, 0
    for split in getattr(data, name)(world.DATA):
        answer = ours.train_and_score(module, split, seed, options | {"preset": preset}, threads)
        if answer is None:
            return None
        cost, result = answer
        figures.append(getattr(judges, name)(split, read(split, result)))
        seconds += float(cost["train"])
        peak, micros = max(peak, int(cost["peak"]) / 1024), float(cost["micros"])
    return {"metrics": averaged(figures), "seconds": seconds, "peak": peak, "micros": micros}


def run_theirs(name, model, seed, threads):
    TARGET.joinpath("marks").mkdir(parents=True, exist_ok=True)
    prefix = TARGET / "marks" / f"{model}-"
    done = subprocess.run([PYTHON, "-m", "marks.baseline", name, model, str(seed), prefix], cwd=HERE, capture_output=True, text=True,
                          timeout=1800, env=dict(os.environ, OMP_NUM_THREADS=str(threads)))
    if done.returncode != 0:
        raise SystemExit(f"{model} failed:\n{done.stderr[-4000:]}")
    lines = [line.split("=") for line in done.stdout.splitlines() if "=" in line]
    figures = [getattr(judges, name)(split, pd.read_csv(f"{prefix}{number}.csv"))
               for number, split in enumerate(getattr(data, name)(world.DATA))]
    return {"metrics": averaged(figures), "seconds": sum(float(v) for k, v in lines if k == "seconds"),
            "peak": max(int(v) for k, v in lines if k == "peak") / 1024}


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--data", default=",".join(ROWS))
    words.add_argument("--presets", default="quick,balanced")
    words.add_argument("--seeds", default="1,2,3")
    words.add_argument("--threads", type=int, default=1, help="that a template gets; the models of Python use one")
    words.add_argument("--only", choices=["ours", "theirs"])
    asked = words.parse_args()
    threads = asked.threads
    seeds = [int(seed) for seed in asked.seeds.split(",")]
    rows = []
    for name in asked.data.split(","):
        module, _, _, others = ROWS[name]
        for who, model in others.items() if asked.only != "ours" else ():
            rows.append(row(name, who, [run_theirs(name, model, seed, threads) for seed in seeds]))
        for preset in asked.presets.split(",") if asked.only != "theirs" else ():
            runs = [run_ours(name, preset, seed, threads) for seed in seeds]
            if None in runs:
                print(f"  {name}: {module} is not packed: left out", file=sys.stderr)
                break
            rows.append(row(name, f"**{module}, {preset}**", runs))
    world.table(f"Quality on public data; seeds {asked.seeds}, threads: {threads}",
                ["data", "who", "figures", "training, s", "peak, MiB", "scoring, µs a row"], rows)


main()
