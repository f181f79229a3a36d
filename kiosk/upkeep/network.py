"""When the network comes back, as the system tells it. It only says when to try: whom we reach, the pass finds out."""

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

log = logging.getLogger(__name__)


class Network(QObject):
    """Emits `returned` when this machine is online again; never where the system cannot tell (the log says so)."""

    returned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            QNetworkInformation.instance().reachabilityChanged.connect(self._change)
        else:
            log.info("this system does not tell when the network comes back; passes go by time alone")

    def _change(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability == QNetworkInformation.Reachability.Online:
            self.returned.emit()
