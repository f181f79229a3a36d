"""Qt's names for types and decorators that PySide's stubs do not describe well enough for a type checker."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6 import QtCore, QtQml

Value = TypeVar("Value")

QmlUncreatable: Any = QtQml.QmlUncreatable
QVariantList: Any = "QVariantList"
QVariantMap: Any = "QVariantMap"
QStringList: Any = "QStringList"

if TYPE_CHECKING:
    class _Read(Generic[Value]):
        """A property as Python reads it: the value that its function gives."""

        def __get__(self, _view: object, _kind: type[object]) -> Value: ...

    def Property(
            kind: Any, /, *, notify: Any = None, constant: bool = False
            ) -> Callable[[Callable[[Any], Value]], _Read[Value]]:
        """A value that QML reads, of that type of Qt's; `notify` is the signal that says that it changed."""
else:
    Property = QtCore.Property
