"""Whether text stands out from the ground it is really painted on (WCAG 2.2, 1.4.6: 7:1)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage

from kiosk.audit.fault import fault
from kiosk.audit.report import Problem
from kiosk.audit.text import Writing

LEAST = 7.0
SLACK = 0.05
# What share of a text's area a colour must fill to be its ground: the main one, and any further one. Less is an
# edge, a border or the blur of the letters.
MAIN_GROUND, FURTHER_GROUND = 0.08, 0.2
# Colours this near to the ink (steps of 255 in each channel) are ink
BLUR = 6
MARGIN = 2  # px around the letters, so that a heavy icon still shows some ground


def faint(texts: Iterable[Writing], image: QImage) -> Iterator[Problem]:
    """Text of less than 7:1 against any ground in its area of the picture. Disabled text is exempt, as in WCAG; of
    text that is scrolled out of sight but for a sliver nothing can be said."""
    for text in texts:
        if not text.seen.item.isEnabled() or text.shown.height() < text.painted.height() / text.lines / 2:
            continue
        opacity = text.seen.opacity * text.colour.alphaF()
        found = [(ratio(drawn, ground), drawn, ground) for ground in grounds(image, text.shown, text.colour, opacity)
                 for drawn in [_mixed(text.colour, ground, opacity)]]
        worst, drawn, ground = min(found, key=lambda pair: pair[0])
        if worst < LEAST - SLACK:
            yield fault("contrast", text.seen.item, text.words, text.shown,
                        f"{worst:.1f}:1, {drawn.name()} on {ground.name()}")


def grounds(image: QImage, area: QRectF, ink: QColor, opacity: float = 1) -> list[QColor]:
    """The colours behind the letters in an area of a picture, the main one first; the ink itself if there is none."""
    counted = _colours(image, area.toAlignedRect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
    total = sum(counted.values())
    large = [(QColor(colour), count / total) for colour, count in counted.most_common(6)]
    main = next((colour for colour, share in large if share >= MAIN_GROUND and not _near(colour, ink)), ink)
    drawn = _mixed(ink, main, opacity)
    return [main, *(colour for colour, share in large if share >= FURTHER_GROUND and not _near(colour, drawn))]


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _colours(image: QImage, area: QRect) -> Counter[int]:
    """How many pixels of the area have which colour (0xffRRGGBB)."""
    part = image.copy(area & image.rect()).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(part.constBits()).cast("I"))


def _near(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) <= BLUR


def _mixed(ink: QColor, ground: QColor, opacity: float) -> QColor:
    """The ink as it comes out on the ground."""
    pairs = zip((ink.redF(), ink.greenF(), ink.blueF()), (ground.redF(), ground.greenF(), ground.blueF()), strict=True)
    return QColor.fromRgbF(*(opacity * above + (1 - opacity) * below for above, below in pairs))


def _luminance(colour: QColor) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
