"""What tests need from the system: Chromium, a font with Arabic letters, and an office program.

Without the last the one test that opens slides in it is left out, and says so.
"""

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-core")  # Debian: fonts-noto-core holds Noto Sans Arabic
OFFICE, OFFICE_PACKAGE = "soffice", "libreoffice-impress"
NO_BROWSER = "no Chromium on this machine"
NO_FONT = "no font Noto Sans Arabic on this machine"


def find_browser() -> str | None:
    """Path of the system's Chromium, or None."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in found if path), None)


def missing() -> list[str]:
    """What the browser tests lack here, in words; empty: nothing."""
    lacks = [] if find_browser() else [NO_BROWSER]
    if sys.platform.startswith("linux") and not _has_arabic_font():
        lacks.append(NO_FONT)
    return lacks


def install() -> list[str]:
    """Install what is missing where that is allowed; return what still is, with the reason."""
    if not shutil.which(OFFICE) and not _cannot_install():
        print("Installing for the slides:", OFFICE_PACKAGE, flush=True)
        _ = _apt_get("update", "-qq") or _apt_get("install", "-y", "-qq", OFFICE_PACKAGE)
    if not missing():
        return []
    if reason := _cannot_install():
        return [f"{lack}; {reason}" for lack in missing()]
    print("Installing for the browser tests:", *PACKAGES, flush=True)
    failed = _apt_get("update", "-qq") or _apt_get("install", "-y", "-qq", *PACKAGES)
    reason = (
        "apt-get could not install it" if failed else "apt-get installed it, yet it is not found"
    )
    return [f"{lack}; {reason}" for lack in missing()]


def _cannot_install() -> str | None:
    if not shutil.which("apt-get"):
        return f"install it by hand (Debian: {' '.join(PACKAGES)})"
    if os.geteuid() != 0:
        return f"run once: sudo apt-get install {' '.join(PACKAGES)}"
    return None


def _has_arabic_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    fonts = subprocess.run(
        ["fc-list", ":lang=ar", "family"], capture_output=True, text=True, check=False
    )
    return "Noto Sans Arabic" in fonts.stdout


def _apt_get(*arguments: str) -> int:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", *arguments], env=quiet, check=False).returncode
