pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// What narrows a list.
Flow {
    id: filters

    required property Results results
    // A list is read for what is in it
    readonly property bool unspoken: true

    spacing: Theme.near

    Chip {
        text: qsTr("Open now")
        glyph: "clock"
        checked: filters.results.openNow
        onClicked: filters.results.toggleOpenNow()
    }
    Chip {
        text: qsTr("Free of charge")
        glyph: "free"
        checked: filters.results.free
        onClicked: filters.results.toggleFree()
    }
    Chip {
        text: qsTr("Wheelchair accessible")
        glyph: "wheelchair"
        checked: filters.results.wheelchair
        onClicked: filters.results.toggleWheelchair()
    }
    Chip {
        text: qsTr("My language is spoken")
        glyph: "speech"
        checked: filters.results.myLanguage
        onClicked: filters.results.toggleMyLanguage()
    }
    Chip {
        visible: filters.results.districts.length > 0
        text: filters.results.district === "" ? qsTr("District") : filters.results.district
        glyph: "district"
        checked: filters.results.district !== ""
        onClicked: checked ? filters.results.chooseDistrict("") : districts.visible = !districts.visible
    }
    Action {
        visible: filters.results.filtered
        text: qsTr("Clear filters")
        glyph: "close"
        onClicked: filters.results.clearFilters()
    }
    Flow {
        id: districts

        width: parent.width
        spacing: Theme.near
        visible: false

        Repeater {
            model: filters.results.districts

            Chip {
                required property string modelData

                text: modelData
                glyph: "place"
                onClicked: {
                    districts.visible = false;
                    filters.results.chooseDistrict(modelData);
                }
            }
        }
    }
}
