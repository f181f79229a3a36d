pragma Singleton

import QtQuick

// What the screen tells by itself: said to people who do not see it.
QtObject {
    signal told(string text)
}
