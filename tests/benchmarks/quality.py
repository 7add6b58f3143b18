"""Job time, peak memory and quality of the fraud template on both evaluation data sets, through the API on the cluster."""

import world

admin, engineer = world.Api("acme-admin"), world.Api("acme-engineer")
project = world.project(admin, engineer)
rows = []
for title, file in (("card-fraud", "card-fraud/transactions.csv.gz"), ("credit-default", "credit-default/credit-default.csv")):
    path = world.DATA / file
    if not path.exists():
        print(f"skipped {title}: {path} is absent")
        continue
    dataset, seconds = engineer.upload("acme", "bench " + title, path)
    options = {"column.label": "Y"} if title == "credit-default" else {}
    job = engineer.post("/tenants/acme/jobs", {"project": project, "kind": "train", "dataset": dataset["id"], "options": options})
    done = engineer.wait("acme", job["id"])
    version = engineer.get(f"/tenants/acme/models/{done['model']}/versions/{done['version']}")
    metrics = version["metrics"]
    attempt = done["attempts"][-1]
    rows.append([title, f"{seconds:.1f}", f"{world.moment(done['finishedAt']) - world.moment(done['submittedAt']):.1f}", f"{done['cost']['cpuSeconds']:.1f}",
                 f"{attempt['peakMemory'] / 2**20:.0f}", f"{metrics['averagePrecision']:.4f}", f"{metrics['auc']:.4f}"])
world.table("Fraud template through the portal", ["data", "upload, s", "pressed to finished, s", "core-seconds held",
                                                  "peak MiB", "average precision", "AUC"], rows)
