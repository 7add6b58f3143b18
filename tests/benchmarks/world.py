"""What the benchmarks share: the world under test, its API, its processes, and how figures are printed."""

import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = pathlib.Path(os.environ.get("MILLWRIGHT_HOME", ROOT / ".millwright"))
PORT = int(os.environ.get("MILLWRIGHT_PORT", "8080"))
DATA = pathlib.Path(os.environ.get("MILLWRIGHT_DATA", ROOT.parent / "shared" / "data"))
BASE = f"http://localhost:{PORT}/api/v1"


def machine():
    """The machine in one line: processor, cores, memory, kernel."""
    info = pathlib.Path("/proc/cpuinfo").read_text()
    model = next((l.split(":")[1].strip() for l in info.splitlines() if l.startswith("model name")), platform.machine())
    memory = int(pathlib.Path("/proc/meminfo").read_text().split()[1]) / 1024 / 1024
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux {platform.release().split('-')[0]}"


def launcher(*arguments):
    """Runs a command of the launcher; returns its output and how many seconds it took."""
    begin = time.monotonic()
    done = subprocess.run([str(ROOT / "millwright"), *arguments], cwd=ROOT, capture_output=True, text=True)
    seconds = time.monotonic() - begin
    if done.returncode != 0:
        raise SystemExit(f"./millwright {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout, seconds


class Api:
    """The API as one of the demo accounts."""

    def __init__(self, user):
        form = {"grant_type": "password", "client_id": "millwright-cli", "scope": "openid", "username": user, "password": user}
        address = f"http://localhost:{PORT + 1}/realms/millwright/protocol/openid-connect/token"
        with urllib.request.urlopen(address, urllib.parse.urlencode(form).encode()) as answer:
            self.token = json.load(answer)["access_token"]

    def call(self, method, path, body=None, content="application/json"):
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        request = urllib.request.Request(BASE + path, data=body, method=method)
        request.add_header("Authorization", "Bearer " + self.token)
        if body is not None:
            request.add_header("Content-Type", content)
            request.add_header("Idempotency-Key", str(uuid.uuid4()))
        try:
            with urllib.request.urlopen(request) as answer:
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}")

    def get(self, path):
        return self.call("GET", path)

    def post(self, path, body):
        return self.call("POST", path, body)

    def events(self, tenant, job):
        """All events of a job that has ended: the stream of server-sent events, read to its end."""
        request = urllib.request.Request(f"{BASE}/tenants/{tenant}/jobs/{job}/events")
        request.add_header("Authorization", "Bearer " + self.token)
        request.add_header("Accept", "text/event-stream")
        with urllib.request.urlopen(request, timeout=30) as stream:
            lines = [line.decode() for line in stream if line.startswith(b"data:")]
        found = [json.loads(line[len("data:"):]) for line in lines]
        return [event for event in found if isinstance(event, dict) and "at" in event]

    def upload(self, tenant, name, file):
        """Uploads through curl, which streams; returns the answer and the seconds."""
        begin = time.monotonic()
        done = subprocess.run(
            ["curl", "-sS", "--fail-with-body", "-H", "Authorization: Bearer " + self.token,
             "-H", "Idempotency-Key: " + str(uuid.uuid4()), "-F", "name=" + name, "-F", f"file=@{file}",
             f"{BASE}/tenants/{tenant}/datasets"], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"upload of {file}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout), time.monotonic() - begin

    def wait(self, tenant, job, poll=0.25):
        """Waits for a job's end; ends the benchmark when it ends badly."""
        while True:
            state = self.get(f"/tenants/{tenant}/jobs/{job}")
            if state["state"] == "SUCCEEDED":
                return state
            if state["state"] in ("FAILED", "CANCELLED"):
                raise SystemExit("the job ended badly: " + json.dumps(state, indent=1))
            time.sleep(poll)


def project(admin, engineer, tenant="acme", name="Benchmark"):
    """The benchmark's project of the fraud template; made when it is not there."""
    for one in engineer.get(f"/tenants/{tenant}/projects")["items"]:
        if one["name"] == name:
            return one["id"]
    installed = [i for i in admin.get(f"/tenants/{tenant}/installations")["items"] if i["template"] == "fraud-detection"]
    if not installed:
        template = next(t for t in admin.get("/marketplace/templates")["items"] if t["id"] == "fraud-detection")
        rights = [r["id"] if isinstance(r, dict) else r for r in template["rights"]]
        installed = [admin.post(f"/tenants/{tenant}/installations",
                                {"template": "fraud-detection", "version": template["version"], "consent": rights})]
    return engineer.post(f"/tenants/{tenant}/projects",
                         {"name": name, "installation": installed[0]["id"], "options": {}})["id"]


def processes():
    """Every process whose command line or working folder is this world's: pid, a short name, resident bytes."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if str(HOME) not in command and str(ROOT) not in command and "ray" not in command.split(" ")[0] \
                    and not command.startswith("postgres"):
                continue
            if "benchmarks/" in command:
                continue
            status = dict(l.split(":", 1) for l in (entry / "status").read_text().splitlines() if ":" in l)
            found.append((int(entry.name), name(command), int(status["VmRSS"].split()[0]) * 1024, pss(entry)))
        except (OSError, KeyError):
            continue
    return found


def name(command):
    for mark, title in (("portal", "portal"), ("gcs_server", "Ray control store"), ("raylet", "Ray node"),
                        ("keycloak", "Keycloak"), ("quarkus", "Keycloak"), ("postgres", "PostgreSQL"),
                        ("launcher", "supervisor"), ("broker", "broker"), ("dashboard", "Ray dashboard"), ("ray", "Ray, other")):
        if mark in command:
            return title
    return command[:40]


def pss(entry):
    """Proportional set size: shared pages counted once over all who share them."""
    try:
        for line in (entry / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def moment(text):
    """Seconds since 1970 of a time as the API spells it."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def spread(values):
    """Median with minimum and maximum."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def table(title, head, rows):
    print(f"\n### {title}\n\nMachine: {machine()}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
