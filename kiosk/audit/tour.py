"""A tour through the screens: every scene in every pose, photographed and audited."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import QQmlError

from kiosk.app import Kiosk
from kiosk.audit.camera import parts, settle
from kiosk.audit.inspection import examined
from kiosk.audit.report import Picture, Problem
from kiosk.audit.scene import Scene


class Pose(NamedTuple):
    """How a visitor has set the screen: language code, text size (1, 1.5 or 2) and theme."""

    language: str
    scale: float
    theme: str


class Tour:
    """A kiosk whose screens are photographed into a folder, at most `most` pictures of a screen that scrolls."""

    def __init__(self, kiosk: Kiosk, folder: Path, dots_per_millimetre: float, most: int) -> None:
        self._kiosk = kiosk
        self._folder = folder
        self._dots = dots_per_millimetre
        self._most = most
        self._complaints: list[QQmlError] = []
        kiosk.engine.warnings.connect(self._complaints.extend)
        QAccessible.setActive(True)
        QGuiApplication.styleHints().setCursorFlashTime(0)

    def pictures(self, scenes: Iterable[Scene], poses: Iterable[Pose]) -> Iterator[Picture]:
        """Photograph every scene in every pose; each picture is saved when it is given."""
        scenes = list(scenes)
        for pose in poses:
            for scene in scenes:
                self.show(scene, pose)
                yield from self._photograph(scene, pose)

    def show(self, scene: Scene, pose: Pose) -> None:
        """Walk to the scene as a new visitor would."""
        visit, results = self._kiosk.visit, self._kiosk.results
        visit.end()
        self._kiosk.aloud.ended()  # what only looked like a reading does not end with the visit
        visit.speak(pose.language)
        visit.scaleText(pose.scale)
        visit.paint(pose.theme)
        if scene.screen != "start":
            visit.home()
        results.type(scene.typed.get(pose.language, ""))
        if scene.screen not in {"start", "home"}:
            visit.open(scene.screen, scene.target)
        self._kiosk.caretaker.stick.tell(scene.stick)
        if scene.unlocked:
            self._kiosk.caretaker.lock.unlock()
        if scene.filtered:
            results.toggleFree()
        visit.explore(scene.explored)
        if scene.warned:
            self._warn()
        if scene.heard >= 0:
            self._listen(scene.heard)

    def _listen(self, part: int) -> None:
        """Have the screen read aloud without a voice, up to the second word of a part."""
        settle(self._kiosk.window)
        self._kiosk.aloud.show(self._kiosk.window.property("page"), part)

    def _warn(self) -> None:
        """Ask whether somebody is still there, and let no second pass."""
        self._kiosk.idle.warn()
        for timer in self._kiosk.idle.findChildren(QTimer):
            timer.stop()

    def _photograph(self, scene: Scene, pose: Pose) -> Iterator[Picture]:
        """The pictures of a scene; a fault that several of them show is told with the first."""
        told = set[tuple[str, str, str]]()
        for part, _ in enumerate(parts(self._kiosk.window, self._most), 1):
            image, found = examined(self._kiosk.window, self._dots)
            found += self._broken()
            picture = self._picture(scene, pose, part, [one for one in found if one.identity not in told])
            told.update(one.identity for one in found)
            image.save(str(self._folder / picture.file))
            yield picture

    def _broken(self) -> list[Problem]:
        """What the QML engine complained of since it was last asked, each once."""
        said = {f"{Path(one.url().path()).name}, line {one.line()}": one.description() for one in self._complaints}
        self._complaints.clear()
        return [Problem("script", place, "", message, (0, 0, 0, 0)) for place, message in said.items()]

    def _picture(self, scene: Scene, pose: Pose, part: int, problems: list[Problem]) -> Picture:
        size, scale = self._kiosk.window.size(), round(pose.scale * 100)
        name = f"{scene.name}-{pose.language}-{scale}-{pose.theme}-{size.width()}x{size.height()}"
        return Picture(f"{name}{f'-{part}' if part > 1 else ''}.png", scene.name, scene.target, pose.language, scale,
                       pose.theme, size.width(), size.height(), part, tuple(problems))
