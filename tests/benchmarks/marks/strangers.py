"""Public data that come inside packages of Python, cut into what is learnt from and what is held out."""

import dataclasses
import importlib.util
import pathlib

import numpy as np
import pandas as pd


@dataclasses.dataclass
class Series:
    """One series: `train` is the file as a tenant would bring it; `known` and `truth` are its figures in order, with a season of `season` steps."""
    name: str
    train: pd.DataFrame
    known: np.ndarray
    truth: np.ndarray
    season: int
    options: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Rows:
    """Rows that are one thing or the other: `score` are those held out, without the column `outcome`; `truth` has 1 for `sought`."""
    name: str
    train: pd.DataFrame
    score: pd.DataFrame
    truth: np.ndarray
    outcome: str
    sought: object


@dataclasses.dataclass
class Images:
    """Grey images of several classes: arrays of n × height × width with values of 0 to 255, and the class of each."""
    name: str
    train: np.ndarray
    classes: np.ndarray
    score: np.ndarray
    truth: np.ndarray


def series():
    import statsmodels.api as sm
    months = sm.datasets.elnino.load_pandas().data.astype({"YEAR": int})
    figures = months.iloc[:, 1:].to_numpy(float)
    yield Series("elnino: a row for each year, months across", months.iloc[:-1], figures[:-1].ravel(), figures[-1], 12, {"horizon": 12})
    yield _cut("sunspots: years", sm.datasets.sunspots.load_pandas().data.astype({"YEAR": int}), "SUNACTIVITY", 11, 11)
    macro = sm.datasets.macrodata.load_pandas().data[["year", "quarter", "realcons"]].astype({"year": int, "quarter": int})
    yield _cut("macrodata: year and quarter", macro, "realcons", 8, 4)
    weekly = sm.datasets.co2.load_pandas().data.reset_index(names="week")
    late = weekly.co2.iloc[-26:]
    assert late.notna().all()
    yield _cut("co2: weeks with gaps", weekly.dropna(), "co2", 26, 52)
    weather = pd.read_csv(_inside("vega_datasets", "_data/seattle-weather.csv"), parse_dates=["date"])
    day = pd.DataFrame({"Jahr": weather.date.dt.year, "Monat": weather.date.dt.month, "Tag": weather.date.dt.day, "temp_max": weather.temp_max})
    yield _cut("seattle-weather: the day in three columns", day, "temp_max", 14, 365)


def _cut(name, rows, value, horizon, season):
    figures = rows[value].to_numpy(float)
    return Series(name, rows.iloc[:-horizon], figures[:-horizon], figures[-horizon:], season, {"horizon": horizon, "column.value": value})


def rows():
    from sklearn.datasets import load_breast_cancer
    cells = load_breast_cancer(as_frame=True)
    frame = cells.data.assign(diagnosis=cells.target.map({0: "malignant", 1: "benign"}))
    yield _held_out("breast cancer: 30 measures of 569 samples", frame, "diagnosis", "malignant")
    for name, file, outcome in [("Default: three columns of 10,000 people", "Default", "default"),
                                ("Caravan: 85 columns of 5,822 households", "Caravan", "Purchase")]:
        yield _held_out(name, pd.read_csv(_inside("ISLP", f"data/{file}.csv")), outcome, "Yes")


def _held_out(name, frame, outcome, sought):
    from sklearn.model_selection import train_test_split
    learn, ask = train_test_split(frame, test_size=.3, random_state=0, stratify=frame[outcome])
    return Rows(name, learn, ask.drop(columns=outcome), (ask[outcome] == sought).to_numpy(int), outcome, sought)


def images():
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split
    digits = load_digits()
    learn, ask, classes, truth = train_test_split(digits.images * 255 / 16, digits.target, test_size=.3, random_state=0, stratify=digits.target)
    yield Images("digits: ten classes, 8 × 8", learn, classes, ask, truth)


def _inside(package, path):
    """A file of a package, which is not loaded: some ask for much that is not needed here."""
    return pathlib.Path(importlib.util.find_spec(package).submodule_search_locations[0]) / path
