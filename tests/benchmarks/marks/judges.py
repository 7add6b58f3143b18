"""The judges: predictions as read from a CSV file, the truth, and figures. The same for both sides.

Predictions may bring `lower` and `upper`; then the share of truths between them is told, too.
"""

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

# What the organisers of M4 publish for their reference on hourly data: sMAPE and MASE of Naive 2.
NAIVE2_SMAPE, NAIVE2_MASE = 18.383, 2.395


def _ranking(truth, score):
    if np.isnan(score).any():
        raise ValueError(f"{np.isnan(score).sum()} rows got no prediction")
    return {"average precision": average_precision_score(truth, score), "AUC": roc_auc_score(truth, score)}


def _covered(truth, found, level):
    """Percent of truths that lie within the interval of their prediction; nothing where there is none."""
    if "lower" not in found:
        return {}
    within = (truth >= found.lower.to_numpy(float)) & (truth <= found.upper.to_numpy(float))
    return {f"within the {level} % interval, %": 100 * np.mean(within)}


def card_fraud(split, predictions):
    """Predictions: transaction_id, prediction."""
    truth = split.truth[split.truth.judged]
    score = truth[["transaction_id"]].merge(predictions, how="left", on="transaction_id").prediction
    return _ranking(truth.fraud.to_numpy(), score.to_numpy(float))


card_fraud_weeks = card_fraud


def credit_default(split, predictions):
    """Predictions: ID, prediction."""
    score = split.truth[["ID"]].merge(predictions, how="left", on="ID").prediction
    return _ranking(split.truth.Y.to_numpy(), score.to_numpy(float))


def turbofan(split, predictions):
    """Predictions: unit, prediction (cycles left). PHM is the score of the challenge the data were made for."""
    left = split.truth.left.to_numpy()
    answers = split.truth[["unit"]].merge(predictions, how="left", on="unit")
    found = answers.prediction.to_numpy(float)
    error = found - left
    return {"RMSE capped at 125": np.sqrt(np.mean((np.minimum(found, 125) - np.minimum(left, 125)) ** 2)),
            "RMSE raw": np.sqrt(np.mean(error ** 2)),
            "PHM": np.sum(np.where(error < 0, np.exp(-error / 13) - 1, np.exp(error / 10) - 1)),
            **_covered(left, answers, 90)}


turbofan_late = turbofan


def m4_hourly(split, predictions):
    """Predictions: series, step (1-48), prediction."""
    wide = predictions.pivot(index="series", columns="step", values="prediction")
    long = split.truth.melt("series", value_name="truth", var_name="step")
    long = long.assign(step=long.step.str[1:].astype(int) - 1).merge(predictions, how="left", on=["series", "step"])
    smape, mase = [], []
    for past, future in zip(split.train.itertuples(index=False), split.truth.itertuples(index=False)):
        known = np.array(past[1:], float)
        known = known[~np.isnan(known)]
        actual = np.array(future[1:], float)
        found = wide.loc[past[0], range(1, 49)].to_numpy(float)
        smape.append(np.mean(200 * np.abs(actual - found) / (np.abs(actual) + np.abs(found))))
        mase.append(np.mean(np.abs(actual - found)) / np.mean(np.abs(known[24:] - known[:-24])))
    return {"OWA": (np.mean(smape) / NAIVE2_SMAPE + np.mean(mase) / NAIVE2_MASE) / 2, "sMAPE": np.mean(smape), "MASE": np.mean(mase),
            **_covered(long.truth.to_numpy(float), long, 95)}


def orange_juice(split, predictions):
    """Predictions: store, brand, week, prediction (units)."""
    keys = ["store", "brand", "week"]
    truth = split.score[keys].merge(split.truth[keys + ["units"]], on=keys)
    answers = truth.merge(predictions, how="left", on=keys)
    found = answers.prediction.to_numpy(float)
    if np.isnan(found).any():
        raise ValueError(f"{np.isnan(found).sum()} rows got no prediction")
    return {"WAPE, %": 100 * np.abs(found - truth.units).sum() / truth.units.sum(),
            **_covered(truth.units.to_numpy(float), answers, 95)}


def pneumonia(split, predictions):
    """Predictions: image, prediction (probability of pneumonia)."""
    found = split.truth.merge(predictions, how="left", on="image").prediction.to_numpy(float)
    sick = (split.truth.label == "pneumonia").to_numpy(int)
    threshold = np.quantile(found[sick == 0], 0.9)
    return {"AUC": roc_auc_score(sick, found), "accuracy": np.mean((found >= 0.5) == sick),
            "sensitivity at 90 % specificity": np.mean(found[sick == 1] > threshold)}
