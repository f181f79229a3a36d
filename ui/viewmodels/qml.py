"""Qt's names for types and decorators that PySide's stubs do not describe well enough for a type checker."""

from typing import Any

from PySide6 import QtQml

QmlUncreatable: Any = QtQml.QmlUncreatable
QVariantList: Any = "QVariantList"
QVariantMap: Any = "QVariantMap"
QStringList: Any = "QStringList"
