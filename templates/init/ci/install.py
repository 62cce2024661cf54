"""Makes an environment with elzctl in it: ``python3 install.py ENVIRONMENT``.

What elzctl needs comes from the package index, each file with its hash.  elzctl itself is a wheel: the one beside this file,
or the one that ELZCTL_WHEEL names, a path, or an address that ends in ``#sha256=`` and the hash.
"""

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
# In the repository of elzctl itself there is no wheel: the program is taken as it stands beside these files.
CHECKOUT = HERE.parents[2] if len(HERE.parents) > 2 else HERE
LOCKS = (HERE / "requirements.txt", CHECKOUT / ".ci" / "requirements.lock")
HASHED = re.compile(r"https://\S+\.whl#sha256=[0-9a-f]{64}")


def main() -> None:
    """Makes it, or says what is missing."""
    if len(sys.argv) != 2:
        sys.exit("Gebruik: python3 install.py MAP")
    lock = next((one for one in LOCKS if one.is_file()), None)
    if lock is None:
        sys.exit(f"Er is geen lijst van pakketten: {LOCKS[0].name} ontbreekt naast {Path(__file__).name}")
    itself = wheel() if lock is LOCKS[0] else None
    place = Path(sys.argv[1]).resolve()
    venv.create(place, clear=True)
    python = str(place / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    pip(python, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))
    if itself is None:
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        packages = subprocess.run([python, "-I", "-c", code], check=True, capture_output=True, text=True).stdout.strip()
        Path(packages, "elzctl-checkout.pth").write_text(f"{CHECKOUT}\n", encoding="utf-8")
    else:
        pip(python, "--no-deps", "--only-binary", ":all:", *itself)
    subprocess.run([python, "-I", "-m", "elzctl", "--version"], check=True)


def wheel() -> tuple[str, ...]:
    """Where elzctl is; ends the program when that is not known, or not certain."""
    named = os.environ.get("ELZCTL_WHEEL", "").strip()
    if HASHED.fullmatch(named):
        return (named,)
    if "://" in named:
        sys.exit("ELZCTL_WHEEL is een adres zonder hash: zet er https:// voor en #sha256=… met 64 tekens achter")
    if named:
        return ("--no-index", str(Path(named).resolve(strict=True)))
    found = sorted(HERE.glob("elzctl-*.whl"))
    if len(found) != 1:
        sys.exit(
            f"Er staan {len(found)} bestanden elzctl-*.whl in .ci; zet er precies één, of zet ELZCTL_WHEEL (zie README)"
        )
    return ("--no-index", str(found[0]))


def pip(python: str, *words: str) -> None:
    """One installation, by the pip of the machine, into the environment of that Python."""
    command = [sys.executable, "-I", "-m", "pip", "--python", python, "install", "--quiet", "--no-cache-dir"]
    subprocess.run([*command, "--disable-pip-version-check", *words], check=True)


if __name__ == "__main__":
    main()
