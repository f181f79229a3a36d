import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// A list: the offers of a topic, or what fits the typed words; narrowed by filters.
Item {
    id: screen

    required property Visit visit
    required property Results results
    readonly property bool searching: results.title === ""

    Component.onCompleted: {
        if (searching) {
            field.text = results.query;
            field.forceActiveFocus();
        }
    }

    ListView {
        id: list

        anchors.fill: parent
        leftMargin: Theme.apart
        rightMargin: Theme.apart
        topMargin: Theme.apart
        bottomMargin: Theme.apart
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        spacing: Theme.near
        model: screen.results.rows
        reuseItems: true
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        currentIndex: -1
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        Keys.onReturnPressed: currentItem?.click()
        Keys.onEnterPressed: currentItem?.click()
        Accessible.role: Accessible.List
        Accessible.name: summary.text

        header: Item {
            width: list.width - 2 * Theme.apart
            height: top.height + Theme.gap
        }
        delegate: EntryRow {
            required property int index

            width: ListView.view.width - 2 * Theme.apart
            focusPolicy: Qt.TabFocus
            onClicked: screen.visit.open(entry.kind, entry.id)
        }

        T.ScrollBar.vertical: Scroll {}
    }

    Column {
        id: top

        parent: list.contentItem
        y: list.originY
        width: list.width - 2 * Theme.apart
        spacing: Theme.gap

        Heading {
            width: parent.width
            visible: !screen.searching
            text: screen.results.title
        }
        SearchField {
            id: field

            width: parent.width
            visible: screen.searching
            placeholderText: qsTr("Search: say what you need in your own words")
            onTextChanged: screen.results.type(text)
        }
        Flow {
            width: parent.width
            spacing: Theme.near
            visible: screen.searching && screen.results.suggestions.length > 0

            Repeater {
                model: screen.results.suggestions

                Action {
                    required property var modelData

                    text: modelData.text
                    glyph: modelData.kind === "topic" ? "circle" : "search"
                    width: Math.min(implicitWidth, top.width)
                    onClicked: modelData.kind === "topic" ? screen.visit.open("topic", modelData.target)
                                                          : field.text = modelData.text
                }
            }
        }
        Filters {
            width: parent.width
            results: screen.results
        }
        Words {
            id: summary

            width: parent.width
            color: Theme.quiet
            visible: !screen.searching || screen.results.query !== ""
            text: screen.results.count > 0 ? qsTr("%n result(s)", "", screen.results.count)
                : screen.results.filtered ? qsTr("Nothing fits all filters. Take one away to see more.")
                : qsTr("Nothing found for these words.")
            onTextChanged: Accessible.announce(text)
        }
        Flow {
            width: parent.width
            spacing: Theme.near
            visible: screen.results.didYouMean.length > 0

            Words {
                height: Theme.target
                verticalAlignment: Text.AlignVCenter
                text: qsTr("Did you mean:")
            }
            Repeater {
                model: screen.results.didYouMean

                Action {
                    required property string modelData

                    text: modelData
                    onClicked: field.text = modelData
                }
            }
        }
        NothingFound {
            width: parent.width
            visible: screen.searching && screen.results.query !== "" && screen.results.count === 0
            visit: screen.visit
            topics: screen.results.nearest
        }
    }
}
