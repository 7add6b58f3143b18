"""A virtual environment under target/ with packages that a command needs; only the standard library is used until then."""

import os
import pathlib
import subprocess
import sys

TARGET = pathlib.Path(__file__).resolve().parents[1] / "target"


def python(name):
    return TARGET / name / "bin/python"


def enter(name, packages, alone=()):
    """Goes on inside the environment, which is made where it is missing. Packages `alone` come without what they depend on."""
    folder = TARGET / name
    if pathlib.Path(sys.prefix) == folder:
        return
    ready, wanted = folder / "ready", str([*packages, *alone])
    if not ready.exists() or ready.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python(name), "-m", "pip", "install", "-q", *packages], check=True)
        if alone:
            subprocess.run([python(name), "-m", "pip", "install", "-q", "--no-deps", *alone], check=True)
        ready.write_text(wanted)
    os.execv(python(name), [python(name), *sys.argv])
