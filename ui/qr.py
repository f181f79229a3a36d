"""QR codes as pictures for QML: `image://qr/<percent-encoded address>`."""

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 2


class QrCodes(QQuickImageProvider):
    """Draws the code one dot a module; the screen scales it without smoothing."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N802, N803
        """The picture of that address; an address too long for a code gives an empty picture."""
        import segno
        try:
            code = segno.make(unquote(id), error="m", micro=False)
        except segno.DataOverflowError:
            return QImage(b"\xff", 1, 1, 1, QImage.Format.Format_Grayscale8).copy()
        rows = [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(border=QUIET_ZONE)]
        width = len(rows[0])
        return QImage(b"".join(rows), width, len(rows), width, QImage.Format.Format_Grayscale8).copy()
