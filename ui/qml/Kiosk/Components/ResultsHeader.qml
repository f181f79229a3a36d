pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// Above a list of results: the words or the topic, what narrows it, and how many there are.
Column {
    id: header

    required property Visit visit
    required property Results results
    readonly property bool searching: results.title === ""

    spacing: Theme.gap
    bottomPadding: Theme.gap
    Component.onCompleted: {
        if (searching) {
            field.text = results.query;
            field.forceActiveFocus();
        }
    }

    Heading {
        width: parent.width
        visible: !header.searching
        text: header.results.title
    }
    SearchField {
        id: field

        width: parent.width
        visible: header.searching
        placeholderText: qsTr("Search: say what you need in your own words")
        onTextChanged: header.results.type(field.text)
        onPreeditTextChanged: header.results.type(field.text + field.preeditText)
    }
    Flow {
        width: parent.width
        spacing: Theme.near
        visible: header.searching && header.results.suggestions.length > 0

        Repeater {
            model: header.results.suggestions

            Action {
                required property var modelData

                width: Math.min(implicitWidth, header.width)
                text: modelData.text
                glyph: modelData.kind === "topic" ? "circle" : "search"
                onClicked: modelData.kind === "topic" ? header.visit.open("topic", modelData.target)
                                                      : field.text = modelData.text
            }
        }
    }
    Filters {
        width: parent.width
        visible: !header.searching || header.results.query !== ""
        results: header.results
    }
    Words {
        id: summary

        width: parent.width
        color: Theme.quiet
        visible: !header.searching || header.results.query !== ""
        text: header.results.count > 0 ? qsTr("%n result(s)", "", header.results.count)
            : header.results.filtered ? qsTr("Nothing fits all filters. Take one away to see more.")
            : qsTr("Nothing found for these words.")
        onTextChanged: Accessible.announce(summary.text)
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

                text: modelData
                onClicked: field.text = modelData
            }
        }
    }
    NothingFound {
        width: parent.width
        visible: header.searching && header.results.query !== "" && header.results.count === 0
        visit: header.visit
        topics: header.results.nearest
    }
}
