"""Reading aloud: the screen as it is being heard, and what a listener can do."""

from PySide6.QtCore import QObject, QPointF, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from content.block import Block
from content.spoken import sentences
from ui.catalogue import Catalogue
from ui.lines import areas
from ui.pieces import Piece, pieces
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantList
from ui.viewmodels.visit import Visit
from ui.voice import Part, Phrase, Reader, Reason, Speed, Trouble

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SPEEDS: tuple[Speed, ...] = ("slow", "normal", "fast")
LOUDEST = 5
# So near to the end of what is known it is looked whether a list has gone on meanwhile
AHEAD = 8
# Where the visitor's own language has no voice
SPOKEN_LAST = ("de", "en")


@QmlElement
@QmlUncreatable("made by the program")
class Aloud(QObject):
    """What is being read, which of its words is heard now, how fast and how loud. It is what `ui.voice.Listener` says.

    A reading is over when the screen changes. `volume` is from 1 to 5; every visit begins with the keeper's.
    """

    changed = Signal()
    spotChanged = Signal()
    paceChanged = Signal()
    troubleChanged = Signal()
    heard = Signal()

    def __init__(self, reader: Reader, visit: Visit, volume: int) -> None:
        super().__init__()
        self._reader = reader
        self._visit = visit
        self._usual = volume
        self._volume = volume
        self._speed: Speed = "normal"
        self._openly = False
        self._root: QQuickItem | None = None
        self._pieces: list[Piece] = []
        self._paused = self._used = False
        self._trouble: Trouble | None = None
        self._withheld = False
        self._at = -1
        self._sentence = (0, 0)
        self._word = (0, 0)
        reader.listener = self
        visit.turned.connect(self.stop)

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether a screen is being read."""
        return self._root is not None

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """Whether the reading waits for the visitor."""
        return self._paused

    @Property(str, notify=paceChanged)
    def speed(self) -> str:
        """ "slow", "normal" or "fast"."""
        return self._speed

    @Property(int, notify=paceChanged)
    def volume(self) -> int:
        """1 to 5."""
        return self._volume

    @Property(str, notify=troubleChanged)
    def trouble(self) -> str:
        """ "device" (none, or it was pulled out), "voice" (none), "failed", "private" (words were not read, for others
        would hear them), or "". What is wrong with the sound stands until something sounds again."""
        return self._trouble or ("private" if self._withheld else "")

    @Property(QQuickItem, notify=spotChanged)
    def item(self) -> QQuickItem | None:
        """The `Words` being read; None while they are not on the screen."""
        return self._item

    @Property(QVariantList, notify=spotChanged)
    def sentence(self) -> list[QRectF]:
        """The areas of the sentence being read, in that item."""
        return self._areas(self._sentence)

    @Property(QVariantList, notify=spotChanged)
    def word(self) -> list[QRectF]:
        """The areas of the word being heard."""
        return self._areas(self._word)

    @Slot(QQuickItem)
    def read(self, root: QQuickItem) -> None:
        """Read all that is on that screen."""
        self._root = root
        self._used = True
        self._pieces = list(pieces(root, self._visit.catalogue.language))
        self._begin(0)

    def show(self, root: QQuickItem, part: int) -> None:
        """Look as if the second word of that part were being heard, for a picture."""
        self._root, self._pieces = root, list(pieces(root, self._visit.catalogue.language))
        sentence = sentences(self._pieces[part].part.block, self._pieces[part].part.language)[0]
        self.sentence_begins(part, sentence.start, sentence.length)
        self.word_begins(part, *sentence.words[1][2:])
        self.changed.emit()

    @Slot(float, float)
    def touch(self, x: float, y: float) -> None:
        """A point of the window was touched: read on from what stands there."""
        at = next((index for index, piece in enumerate(self._pieces) if piece.lies_at(QPointF(x, y))), None)
        if self._root and at is not None:
            self._begin(at)

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        self._reader.hush()
        if self._root:
            self.ended()

    @Slot()
    def toggle(self) -> None:
        """Pause, or go on."""
        self._paused = not self._paused
        if self._paused:
            self._reader.pause()
        else:
            self._reader.resume()
        self.changed.emit()

    @Slot(int)
    def step(self, sentences: int) -> None:
        """Go on or back by so many sentences; 0: this one once more."""
        self._go_on()
        self._reader.step(sentences)

    @Slot()
    def nextSpeed(self) -> None:
        """Faster; after the fastest comes the slowest."""
        self._pace(SPEEDS[(SPEEDS.index(self._speed) + 1) % len(SPEEDS)], self._volume)

    @Slot(int)
    def turn(self, steps: int) -> None:
        """Louder or softer by so many steps."""
        self._pace(self._speed, min(LOUDEST, max(1, self._volume + steps)))

    @property
    def used(self) -> bool:
        """Whether this visitor has had something read."""
        return self._used

    @Slot()
    def allow(self) -> None:
        """The visitor wants to hear what they typed, whoever else may hear it."""
        self._openly = True
        self._reader.set_openly(True)
        self._set_trouble(self._trouble, withheld=False)
        if self._root:
            self.step(0)

    @Slot()
    def forget(self) -> None:
        """The visit ended: silence, and everything as at first."""
        self.stop()
        self._used = self._openly = False
        self._reader.set_openly(False)
        self._pace("normal", self._usual)

    @Slot(str)
    def announce(self, text: str) -> None:
        """Say what cannot wait to a visitor who has used the voice; who explores by touch hears it anyway."""
        if self._used and not self._visit.exploring:
            self._reader.tell(Phrase(text, self._visit.catalogue.language))

    def excuse(self, reason: Reason) -> list[Part]:
        """As the port says: in the visitor's language, else in German or English."""
        return [_excuse(reason, words) for words in (self._visit.catalogue, *map(Catalogue, SPOKEN_LAST))]

    def sentence_begins(self, part: int, start: int, length: int) -> None:
        """As the port says."""
        self._at, self._sentence, self._word = part, (start, length), (0, 0)
        if self._root and part + AHEAD > len(self._pieces):
            self._grow(self._root)
        self.spotChanged.emit()
        self.heard.emit()

    def word_begins(self, _part: int, start: int, length: int) -> None:
        """As the port says."""
        self._word = (start, length)
        self.spotChanged.emit()

    def ended(self) -> None:
        """As the port says."""
        self._root, self._pieces, self._at = None, [], -1
        self._paused = False
        self._set_trouble(self._trouble, withheld=False)
        self.spotChanged.emit()
        self.changed.emit()

    def troubled(self, what: Trouble | None) -> None:
        """As the port says."""
        self._set_trouble(what, withheld=self._withheld)

    @property
    def _piece(self) -> Piece | None:
        return self._pieces[self._at] if 0 <= self._at < len(self._pieces) else None

    @property
    def _item(self) -> QQuickItem | None:
        piece = self._piece
        return piece.item if piece and piece.shown else None

    def _areas(self, stretch: tuple[int, int]) -> list[QRectF]:
        """Where the stretch stands; all of the text where something else is said than what is written."""
        item, piece = self._item, self._piece
        if item is None or piece is None:
            return []
        if not piece.literal:
            stretch = (0, len(piece.text)) if stretch == self._sentence else (0, 0)
        return areas(item, *stretch) if stretch[1] else []

    def _begin(self, first: int) -> None:
        self._go_on()
        secret = any(piece.part.private for piece in self._pieces)
        self._set_trouble(None, withheld=secret and not (self._openly or self._reader.private))
        self._reader.read([piece.part for piece in self._pieces], first)
        self.changed.emit()

    def _go_on(self) -> None:
        if self._paused:
            self._paused = False
            self.changed.emit()

    def _grow(self, root: QQuickItem) -> None:
        """A list that has scrolled along shows further rows: they follow."""
        now = list(pieces(root, self._visit.catalogue.language))
        items = [piece.item for piece in now]
        last = self._pieces[-1].item
        further = now[items.index(last) + 1:] if last in items else []
        if further:
            self._pieces += further
            self._reader.more([piece.part for piece in further])

    def _pace(self, speed: Speed, volume: int) -> None:
        if (speed, volume) == (self._speed, self._volume):
            return
        if speed != self._speed:
            self._go_on()
            self._reader.set_speed(speed)
        if volume != self._volume:
            self._reader.set_volume(volume)
        self._speed, self._volume = speed, volume
        self.paceChanged.emit()

    def _set_trouble(self, what: Trouble | None, *, withheld: bool) -> None:
        before = self.trouble
        self._trouble, self._withheld = what, withheld
        if self.trouble != before:
            self.troubleChanged.emit()


def _excuse(reason: Reason, words: Catalogue) -> Part:
    text = words("What you typed is only read aloud into headphones.") if reason == "private" else words(
        "There is no voice here for the language of this text.")
    return Part(Block("paragraph", text), words.language)
