"""How large the screen is, and whether anybody measured it."""

from pathlib import Path

from PySide6.QtCore import QSize

from kiosk.display import scale_of
from kiosk.health.check import Check, fine, warning
from kiosk.settings import Display


def screen(size: QSize | None, assumed: QSize, display: Display) -> Check:
    """The size of a screen in millimetres. `size` is in dots, None where no screen is in reach (then as `assumed`)."""
    dots = size or assumed
    scale = scale_of(dots, display)
    width, height = (round(side / scale.dots_per_millimetre) for side in (dots.width(), dots.height()))
    source = "settings" if display.dpi else "assumed"
    facts = {"width_mm": width, "height_mm": height, "dots_per_mm": round(scale.dots_per_millimetre, 2),
             "dots": [dots.width(), dots.height()], "reading_distance_mm": round(scale.distance), "from": source,
             "screen_found": size is not None}
    found = f"{dots.width()} × {dots.height()} dots" if size else "no screen in reach"
    if source == "assumed":
        return warning("display", f"{found}; taken for {width} × {height} mm. Measure the picture with a ruler and set "
                                  "dpi in [display] of settings.toml: 25.4 × dots / mm.", **facts)
    return fine("display", f"{found}; {width} × {height} mm as measured.", **facts)


def connected(folder: Path = Path("/sys/class/drm")) -> QSize | None:
    """The size in dots of the first screen the kernel knows to be connected (its preferred mode), None if there is
    none. Asking the kernel works also while the kiosk has the screen."""
    for connector in sorted(folder.glob("card*-*")):
        modes = _read(connector / "modes").split()
        width, _, height = modes[0].partition("x") if modes else ("", "", "")
        if _read(connector / "status").strip() == "connected" and width.isdecimal() and height.isdecimal():
            return QSize(int(width), int(height))
    return None


def _read(file: Path) -> str:
    return file.read_text(encoding="ascii", errors="replace") if file.is_file() else ""
