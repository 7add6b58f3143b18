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
# Of PyTorch itself only this: what compiles kernels as it goes (libcaffe2_nvrtc) cannot be loaded where no driver is.
OWN = ("libtorch.so", "libtorch_cpu.so", "libtorch_cuda.so", "libtorch_cuda_linalg.so", "libc10.so", "libc10_cuda.so",
       "libgomp.so.1")


def libraries(venv: pathlib.Path) -> dict[str, pathlib.Path]:
    """Native libraries by their path, which stays as pip has it: they find each other by paths from one to the other."""
    torch = next(venv.glob("lib/python3*/site-packages/torch"), None)
    if torch is None or f"'{TORCH}" not in (torch / "version.py").read_text():
        sys.exit(f"{venv} holds no torch {TORCH}: install it with pip as told above")
    own = [torch / "lib" / name for name in OWN]
    missing = [file.name for file in own if not file.exists()]
    if missing:
        sys.exit(f"the torch in {venv} lacks {', '.join(missing)}: was it built without CUDA?")
    cuda = sorted([*torch.parent.glob("nvidia/*/lib/*.so*"), *torch.parent.glob("cusparselt/lib/*.so*")])
    return {str(file.relative_to(torch.parent)): file for file in own + cuda}


def main(pack: str, bridge: str, venv: str, out: str) -> None:
    native = libraries(pathlib.Path(venv))
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(bridge) as jni, zipfile.ZipFile(
        out, "w", zipfile.ZIP_DEFLATED, compresslevel=1
    ) as new:
        for entry in old.infolist():
            if not entry.filename.startswith("native/"):
                new.writestr(entry, old.read(entry))
        new.writestr("native/torch/lib/libdjl_torch.so", jni.read(BRIDGE))
        for path, file in native.items():
            new.write(file, f"native/{path}")
    print(f"{out}: {len(native)} libraries, {pathlib.Path(out).stat().st_size / 1e9:.1f} GB")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
