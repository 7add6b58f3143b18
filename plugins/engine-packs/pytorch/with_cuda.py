#!/usr/bin/env python3
"""Makes an engine pack with CUDA out of the one without.

    python3 -m venv cuda && cuda/bin/pip install torch==2.7.1
    plugins/engine-packs/pytorch/with_cuda.py PACK BRIDGE cuda OUT

PACK is the zip that Maven made, BRIDGE DJL's pytorch-jni-2.7.1-….jar, cuda the folder above, OUT the zip to write (about 3 GB).
It carries the same name and version: give it to nodes with GPUs in place of the other.
"""
import pathlib
import sys
import zipfile

BRIDGE = "jnilib/linux-x86_64/cu128/libdjl_torch.so"
TORCH = "2.7.1"
# Python's own side of PyTorch, and what it compiles for other machines with.
LEFT_OUT = ("libtorch_python", "libshm", "libnvrtc-builtins.alt", "libtorch_nvshmem")


def libraries(venv: pathlib.Path) -> dict[str, pathlib.Path]:
    """Native libraries of PyTorch and CUDA by file name."""
    torch = next(venv.glob("lib/python3*/site-packages/torch"), None)
    if torch is None or not (torch / "version.py").read_text().count(f"'{TORCH}"):
        sys.exit(f"{venv} holds no torch {TORCH}: install it with pip as told above")
    folders = [torch / "lib", *torch.parent.glob("nvidia/*/lib")]
    found = {f.name: f for folder in folders for f in sorted(folder.glob("*.so*")) if not f.name.startswith(LEFT_OUT)}
    if "libtorch_cuda.so" not in found:
        sys.exit(f"the torch in {venv} was built without CUDA")
    return found


def main(pack: str, bridge: str, venv: str, out: str) -> None:
    native = libraries(pathlib.Path(venv))
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(bridge) as jni, zipfile.ZipFile(
        out, "w", zipfile.ZIP_DEFLATED, compresslevel=1
    ) as new:
        for entry in old.infolist():
            if not entry.filename.startswith("native/"):
                new.writestr(entry, old.read(entry))
        new.writestr("native/libdjl_torch.so", jni.read(BRIDGE))
        for name, file in sorted(native.items()):
            new.write(file, f"native/{name}")
    print(f"{out}: {len(native)} libraries, {pathlib.Path(out).stat().st_size / 1e9:.1f} GB")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
