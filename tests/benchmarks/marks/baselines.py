"""What others do with the same splits: the models behind the published marks, with their usual settings."""

import numpy as np
import pandas as pd
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor, RandomForestClassifier


def card_fraud(split, seed):
    """XGBoost, 100 trees of depth 3, on the 15 columns of the Fraud Detection Handbook."""
    rows = pd.concat([split.train, split.score], ignore_index=True).sort_values("timestamp", kind="stable")
    rows["day"] = (rows.timestamp.dt.normalize() - rows.timestamp.min().normalize()).dt.days
    features = pd.DataFrame({"amount": rows.amount,
                             "weekend": (rows.timestamp.dt.weekday >= 5).astype(int), "night": (rows.timestamp.dt.hour <= 6).astype(int)})
    timed = rows.set_index("timestamp")
    for days in (1, 7, 30):
        spent = timed.groupby("customer_id").amount.rolling(f"{days}D")
        features[f"customer_count_{days}"] = _back(spent.count(), timed, "customer_id")
        features[f"customer_mean_{days}"] = _back(spent.mean(), timed, "customer_id")
        known = timed.assign(fraud=timed.fraud.astype("Float64").fillna(0).astype(float)).groupby("terminal_id").fraud
        late, all_ = known.rolling("7D"), known.rolling(f"{7 + days}D")
        count = all_.count() - late.count()
        features[f"terminal_count_{days}"] = _back(count, timed, "terminal_id")
        features[f"terminal_risk_{days}"] = _back(((all_.sum() - late.sum()) / count.where(count > 0)).fillna(0), timed, "terminal_id")
    learn, ask = (rows.day >= 37) & (rows.day <= 43), rows.day >= 51
    # Its newer defaults, histograms and a base score from the data, do worse here.
    model = xgboost.XGBClassifier(n_estimators=100, learning_rate=0.1, max_depth=3, tree_method="exact", base_score=0.5, n_jobs=1,
                                  random_state=seed)
    model.fit(features[learn].to_numpy(), rows.fraud[learn].astype(int))
    return pd.DataFrame({"transaction_id": rows.transaction_id[ask], "prediction": model.predict_proba(features[ask].to_numpy())[:, 1]})


def _back(grouped, timed, key):
    """A figure per group and time, in the order of the rows again: each group keeps the order of its rows."""
    order = np.argsort(timed[key].to_numpy(), kind="stable")
    values = np.empty(len(timed))
    values[order] = grouped.to_numpy()
    return values


def credit_default(split, seed):
    """Histogram boosting of scikit-learn, as it comes."""
    columns = [c for c in split.train if c not in ("ID", "Y")]
    model = HistGradientBoostingClassifier(random_state=seed).fit(split.train[columns], split.train.Y)
    return pd.DataFrame({"ID": split.score.ID, "prediction": model.predict_proba(split.score[columns])[:, 1]})


def turbofan(split, seed):
    """XGBoost on the last 30 cycles of each sensor: last value, mean, deviation, slope; lives capped at 125."""
    sensors = [c for c in split.train if c.startswith("sensor") and split.train[c].std() > 1e-6]
    learn, lives, _ = _windows(split.train, sensors)
    ask, _, units = _windows(split.score, sensors, last_only=True)
    model = xgboost.XGBRegressor(n_estimators=300, learning_rate=0.05, max_depth=5, subsample=0.8, colsample_bytree=0.8, n_jobs=1,
                                 random_state=seed)
    model.fit(learn, np.minimum(lives, 125))
    return pd.DataFrame({"unit": units, "prediction": model.predict(ask)})


def _windows(rows, sensors, last_only=False):
    features, left, units = [], [], []
    for unit, one in rows.groupby("unit"):
        values = one[sensors].to_numpy(float)
        ends = [len(values)] if last_only else range(min(30, len(values)), len(values) + 1)
        for end in ends:
            window = values[max(0, end - 30):end]
            at = np.arange(len(window)) - (len(window) - 1) / 2
            slope = at @ window / max(1e-9, at @ at)
            features.append(np.concatenate([window[-1], window.mean(0), window.std(0), slope]))
            left.append(len(values) - end)
            units.append(unit)
    return np.array(features), np.array(left), units


def m4_hourly_seasonal_naive(split, seed):
    """The same hour of the last day."""
    return _each_series(split, lambda known: np.tile(known[-24:], 2))


def m4_hourly_theta(split, seed):
    """Theta of statsforecast, season of 24."""
    from statsforecast.models import Theta
    return _each_series(split, lambda known: Theta(season_length=24).forecast(y=known, h=48)["mean"])


def _each_series(split, forecast):
    found = []
    for row in split.train.itertuples(index=False):
        known = np.array(row[1:], float)
        for step, value in enumerate(forecast(known[~np.isnan(known)]), 1):
            found.append((row[0], step, value))
    return pd.DataFrame(found, columns=["series", "step", "prediction"])


def orange_juice_mean(split, seed):
    """The mean of the eight weeks before."""
    rows = split.truth.copy()
    rows["prediction"] = _past(rows).transform(lambda u: u.shift(1).rolling(8, min_periods=1).mean())
    return rows[rows.week >= 137][["store", "brand", "week", "prediction"]].fillna(0)


def orange_juice(split, seed):
    """Histogram boosting on the logarithm of units: earlier units, prices of all brands, promotions; learnt before week 137."""
    rows = split.truth.copy()
    rows["log"] = np.log(rows.units)
    past = rows.groupby(["store", "brand"]).log
    columns = [c for c in rows if c.startswith("price")] + ["store", "brand", "deal", "feat"]
    for lag in (1, 2, 3, 4):
        rows[f"lag{lag}"] = past.shift(lag)
        columns.append(f"lag{lag}")
    for weeks in (4, 8, 26):
        rows[f"mean{weeks}"] = past.transform(lambda u: u.shift(1).rolling(weeks, min_periods=1).mean())
        columns.append(f"mean{weeks}")
    own = rows[[f"price{b}" for b in range(1, 12)]].to_numpy()[np.arange(len(rows)), rows.brand.to_numpy() - 1]
    rows["own"] = own
    columns.append("own")
    learn, ask = rows.week < 137, rows.week >= 137
    model = HistGradientBoostingRegressor(max_iter=300, learning_rate=0.05, random_state=seed).fit(rows[learn][columns], rows[learn].log)
    return rows[ask][["store", "brand", "week"]].assign(prediction=np.exp(model.predict(rows[ask][columns])))


def _past(rows):
    return rows.groupby(["store", "brand"]).units


def pneumonia(split, seed):
    """A forest of 300 trees on the pixels."""
    model = RandomForestClassifier(300, n_jobs=1, random_state=seed)
    model.fit(np.stack(split.train.pixels), split.train.label == "pneumonia")
    return pd.DataFrame({"image": split.score.image, "prediction": model.predict_proba(np.stack(split.score.pixels))[:, 1]})
