import QtQuick
import Kiosk.Theme

// What this place offers, and which place it is.
Column {
    id: welcome

    required property string place

    spacing: Theme.gap

    Words {
        width: parent.width
        text: qsTr("Offers and advice near you: free, without registration, in your language.")
        font.pixelSize: Theme.lead
    }
    Words {
        width: parent.width
        text: qsTr("Cannot see the screen? Hold a finger in its upper right corner for two seconds: it then speaks.")
        color: Theme.quiet
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: welcome.place
        color: Theme.quiet
    }
}
