pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// Above the rows of a list: while a visitor types, what the words may become; then what narrows the list.
Column {
    id: header

    required property Visit visit
    required property Results results
    required property Wish wish
    required property bool typing
    readonly property bool asked: results.title !== "" || results.query !== ""
    signal completed(string text)

    spacing: Theme.gap
    bottomPadding: Theme.gap

    SearchExamples {
        width: parent.width
        visible: !header.asked
        onChosen: text => header.completed(text)
    }
    Flow {
        width: parent.width
        spacing: Theme.near
        visible: header.results.didYouMean.length > 0

        Words {
            height: Theme.target
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Did you mean:")
        }
        Repeater {
            model: header.results.didYouMean

            Action {
                required property string modelData

                width: Math.min(implicitWidth, header.width)
                text: modelData
                secret: true
                onClicked: header.completed(modelData)
            }
        }
    }
    Flow {
        id: suggestions

        // One line of them, so that results stay in sight above the keyboard
        width: parent.width
        height: suggestions.children[0]?.height ?? 0
        spacing: Theme.near
        visible: header.typing && header.results.suggestions.length > 0

        Repeater {
            model: header.results.suggestions

            Action {
                required property var modelData

                width: Math.min(implicitWidth, header.width)
                enabled: y === 0
                opacity: enabled ? 1 : 0
                text: modelData.text
                secret: true
                glyph: modelData.icon
                onClicked: modelData.kind === "topic" ? header.visit.open("topic", modelData.target)
                                                      : header.completed(modelData.text)
            }
        }
    }
    Filters {
        width: parent.width
        visible: header.asked && !header.typing && (header.results.count > 0 || header.results.filtered)
        results: header.results
    }
    Words {
        id: summary

        width: parent.width
        color: Theme.quiet
        visible: header.asked && (!header.typing || header.results.count === 0)
        text: header.results.count > 0 ? qsTr("%n result(s)", "", header.results.count)
            : header.results.filtered ? qsTr("Nothing fits all filters. Take one away to see more.")
            : qsTr("Nothing found for these words.")
        live: header.asked
    }
    NothingFound {
        width: parent.width
        visible: header.results.query !== "" && header.results.count === 0
        visit: header.visit
        wish: header.wish
        words: header.results.query
        topics: header.results.nearest
    }
}
