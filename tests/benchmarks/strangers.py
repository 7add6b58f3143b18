"""The templates on public data that no constant of theirs was chosen by, beside plain models of Python; one judge for both.

python3 tests/benchmarks/strangers.py [--preset balanced] [--seed 1] [--threads 2] [--only forecasting,tables,images]

The data come inside packages, which lie in a virtual environment under target/. Files look as tenants bring them: months across, the day
in three columns, words as outcomes. Needs packaged templates: ./mvnw package -DskipTests.
"""

import argparse
import io
import sys
import zipfile

from marks import environment

PACKAGES = ["numpy==2.4.6", "pandas==2.3.3", "scikit-learn==1.9.1", "xgboost-cpu==3.2.0", "pillow==13.0.0", "statsforecast==2.1.1",
            "statsmodels==0.15.0"]

environment.enter("strangers", PACKAGES, alone=["vega_datasets==0.9.0", "ISLP==0.6.0"])

import numpy as np  # noqa: E402  (only there in the virtual environment)
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score  # noqa: E402

import world  # noqa: E402
from marks import ours, strangers  # noqa: E402


def forecasting(asked):
    for one in strangers.series():
        found = template(asked, "demand-forecasting", one.name, lambda folder: table(folder, one.train, one.train), one.options)
        result = found.sort_values("step").head(len(one.truth))
        within = np.mean((one.truth >= result.lower95) & (one.truth <= result.upper95))
        from statsforecast.models import AutoETS
        smooth = AutoETS(season_length=one.season if one.season <= 24 else 1).forecast(y=one.known, h=len(one.truth))["mean"]
        again = np.tile(one.known[-one.season:], len(one.truth) // one.season + 1)[:len(one.truth)]
        yield [one.name, f"MASE **{mase(one, result.forecast):.2f}**, {100 * within:.0f} % within the 95 % interval",
               f"last season {mase(one, again):.2f}, AutoETS {mase(one, smooth):.2f}"]


def mase(one, forecast):
    """Mean absolute error over that of repeating the season within what is known (Hyndman and Koehler 2006)."""
    usual = np.mean(np.abs(one.known[one.season:] - one.known[:-one.season]))
    return np.mean(np.abs(np.asarray(forecast, float) - one.truth)) / usual


def tables(asked):
    from sklearn.compose import make_column_selector, make_column_transformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    from xgboost import XGBClassifier
    for one in strangers.rows():
        found = template(asked, "fraud-detection", one.name, lambda folder: table(folder, one.train, one.score), {"column.label": one.outcome})
        features, outcome = one.train.drop(columns=one.outcome), (one.train[one.outcome] == one.sought).to_numpy(int)
        others = []
        for who, model in [("XGBoost", XGBClassifier(random_state=asked.seed, n_jobs=1)), ("logistic regression", LogisticRegression(max_iter=5000))]:
            encoded = make_column_transformer((OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_exclude="number")),
                                              (StandardScaler(), make_column_selector(dtype_include="number")))
            fitted = make_pipeline(encoded, model).fit(features, outcome)
            others.append(f"{who} {ranking(one.truth, fitted.predict_proba(one.score)[:, 1])}")
        yield [one.name, f"**{ranking(one.truth, found.score.to_numpy(float))}**", "; ".join(others)]


def ranking(truth, probability):
    return (f"AUC {roc_auc_score(truth, probability):.3f}, average precision {average_precision_score(truth, probability):.3f}, "
            f"Brier {brier_score_loss(truth, probability):.4f}")


def images(asked):
    from sklearn.svm import SVC
    for one in strangers.images():
        found = template(asked, "imaging", one.name, lambda folder: pictures(folder, one), {}).set_index("image")
        told = found[[f"probability_{name}" for name in np.unique(one.classes)]].loc[[f"{at}.png" for at in range(len(one.score))]]
        machine = SVC(C=10, gamma="scale").fit(one.train.reshape(len(one.train), -1), one.classes)
        right = np.mean(machine.predict(one.score.reshape(len(one.score), -1)) == one.truth)
        accuracy = np.mean(np.unique(one.classes)[told.to_numpy(float).argmax(axis=1)] == one.truth)
        yield [one.name, f"accuracy **{accuracy:.3f}**, log loss {log_loss(one.truth, told.to_numpy(float)):.3f}",
               f"support vectors on pixels: accuracy {right:.3f}"]


def template(asked, module, name, write, options):
    answer = ours.run(module, name, write, asked.seed, options | {"preset": asked.preset}, asked.threads)
    if answer is None:
        raise SystemExit(f"{module} is not packed: ./mvnw package -DskipTests")
    cost, result = answer
    print(f"  {name}: {cost['train']} s", file=sys.stderr, flush=True)
    return result


def table(folder, learn, score):
    learn.to_csv(folder / "learn.csv", index=False)
    score.to_csv(folder / "ask.csv", index=False)
    return folder / "learn.csv", [folder / "ask.csv"]


def pictures(folder, one):
    """Two zips: a folder for each class to learn from, and files without one."""
    def png(pixels):
        from PIL import Image
        out = io.BytesIO()
        Image.fromarray(pixels.round().astype(np.uint8)).save(out, "PNG")
        return out.getvalue()
    with zipfile.ZipFile(folder / "learn.zip", "w") as learn, zipfile.ZipFile(folder / "ask.zip", "w") as ask:
        for at, pixels in enumerate(one.train):
            learn.writestr(f"{one.classes[at]}/{at}.png", png(pixels))
        for at, pixels in enumerate(one.score):
            ask.writestr(f"{at}.png", png(pixels))
    return folder / "learn.zip", [folder / "ask.zip"]


def main():
    kinds = {"forecasting": forecasting, "tables": tables, "images": images}
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--preset", default="balanced")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--threads", type=int, default=2)
    words.add_argument("--only", default=",".join(kinds))
    asked = words.parse_args()
    rows = [row for kind in asked.only.split(",") for row in kinds[kind](asked)]
    world.table(f"Data that no constant was chosen by; preset {asked.preset}, seed {asked.seed}", ["data", "the template", "beside it"], rows)


main()
