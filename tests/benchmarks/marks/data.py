"""The splits: what both sides may learn from, what they must predict, and the truth, which only the judges see."""

import dataclasses
import io
import pathlib
import zipfile

import numpy as np
import pandas as pd


@dataclasses.dataclass
class Split:
    """One question: learn from `train`, say something about `score`; `truth` is for the judges.

    `asks` are the files that a template is given to answer one after the other, where `score` alone would not do.
    """
    name: str
    train: pd.DataFrame
    score: pd.DataFrame
    truth: pd.DataFrame
    asks: list[pd.DataFrame] = dataclasses.field(default_factory=list)


def _payments(folder):
    rows = pd.read_csv(folder / "card-fraud/transactions.csv.gz", parse_dates=["timestamp"])
    return rows, (rows.timestamp.dt.normalize() - rows.timestamp.min().normalize()).dt.days


def _week(rows, day, first):
    """Judges seven days from `first`; labels of the seven before are known with their delay; cards known as compromised are left out."""
    compromised = set(rows.customer_id[(day >= first - 14) & (day <= first - 8) & (rows.fraud == 1)])
    judged = np.zeros(len(rows), bool)
    for k in range(7):
        compromised |= set(rows.customer_id[(day == first - 8 + k) & (rows.fraud == 1)]) if k else set()
        judged |= ((day == first + k) & ~rows.customer_id.isin(compromised)).to_numpy()
    asked_for = (day >= first) & (day < first + 7)
    truth = rows[["transaction_id", "fraud"]].assign(judged=judged)[asked_for]
    asked = rows[(day >= first - 7) & (day < first + 7)].copy()
    asked["fraud"] = asked.fraud.astype("Int64").where(~asked_for[asked.index])
    return Split(f"card-fraud, week from day {first}", rows[day < first - 7], asked, truth)


PUBLISHED = 51


def card_fraud(folder):
    """The published week: days from the first one, learn from 0-43 (the baseline from 37-43), judge 51-57."""
    rows, day = _payments(folder)
    return [_week(rows, day, PUBLISHED)]


def card_fraud_weeks(folder):
    """The published week and the three before it, each with days to learn from and a delay of its own."""
    rows, day = _payments(folder)
    return [_week(rows, day, PUBLISHED - 7 * back) for back in range(4)]


def credit_default(folder):
    """Five folds, stratified, shuffled with seed 1."""
    from sklearn.model_selection import StratifiedKFold
    rows = pd.read_csv(folder / "credit-default/credit-default.csv")
    folds = StratifiedKFold(5, shuffle=True, random_state=1).split(rows, rows.Y)
    return [Split(f"credit-default, fold {number}", rows.iloc[learn], rows.iloc[ask].drop(columns="Y"), rows.iloc[ask][["ID", "Y"]])
            for number, (learn, ask) in enumerate(folds, 1)]


TURBOFAN = ["unit", "cycle"] + [f"setting{i}" for i in (1, 2, 3)] + [f"sensor{i}" for i in range(1, 22)]


def turbofan(folder):
    """100 engines run to failure; 100 others, cut off before: how many cycles are left after the last one of each."""
    train, score = (pd.read_csv(folder / f"cmapss-fd001/{part}_FD001.txt", sep=r"\s+", header=None, names=TURBOFAN)
                    for part in ("train", "test"))
    left = np.loadtxt(folder / "cmapss-fd001/RUL_FD001.txt")
    return [Split("turbofan FD001", train, score, pd.DataFrame({"unit": range(1, len(left) + 1), "left": left}))]


def turbofan_late(folder):
    """The same, with the first 50 cycles of each engine to judge unknown; who ran no longer is left out."""
    split = turbofan(folder)[0]
    late = split.score[split.score.cycle > 50]
    return [dataclasses.replace(split, name="turbofan FD001, first 50 cycles unknown", score=late,
                                truth=split.truth[split.truth.unit.isin(late.unit)])]


def m4_hourly(folder):
    """414 series, 48 steps ahead."""
    train, truth = (pd.read_csv(folder / f"m4-hourly/Hourly-{part}.csv").rename(columns={"V1": "series"}) for part in ("train", "test"))
    return [Split("M4 hourly", train, pd.DataFrame(), truth)]


FIRST_ASKED = 137


def orange_juice(folder):
    """Weeks 137-160, each one week ahead: units of earlier weeks, and prices and promotions of its own week, are known."""
    rows = pd.read_csv(folder / "orange-juice/orange-juice.csv.gz").drop(columns=["constant", "profit"])
    rows["units"] = np.exp(rows.pop("logmove"))
    rows = rows.sort_values(["store", "brand", "week"]).reset_index(drop=True)
    late = rows.week >= FIRST_ASKED
    asks = [rows[late & (rows.week <= week)].assign(units=lambda known, week=week: known.units.where(known.week < week))
            for week in sorted(rows[late].week.unique())]
    return [Split("orange juice", rows[~late], rows[late].drop(columns="units"), rows, asks)]


def pneumonia(folder):
    """28 x 28 grey images; learn from the folders train and val, judge test."""
    from PIL import Image
    parts = {}
    with zipfile.ZipFile(folder / "pneumonia/pneumonia-28.zip") as images:
        for name in sorted(images.namelist()):
            path = pathlib.PurePosixPath(name)
            if path.suffix == ".png":
                pixels = np.asarray(Image.open(io.BytesIO(images.read(name))).convert("L"), float).ravel() / 255
                parts.setdefault(path.parts[-3], []).append((name, path.parts[-2], pixels))
    table = {part: pd.DataFrame({"image": [i[0] for i in found], "label": [i[1] for i in found], "pixels": [i[2] for i in found]})
             for part, found in parts.items()}
    train = pd.concat([table["train"], table["val"]], ignore_index=True)
    return [Split("pneumonia", train, table["test"].drop(columns="label"), table["test"][["image", "label"]])]
