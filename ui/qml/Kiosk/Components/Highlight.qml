pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// Marks what is being heard: softly the sentence, strongly the word. It lies behind the letters of the text that is
// being read, and brings it into sight.
Item {
    id: highlight

    required property Aloud aloud
    readonly property Words words: aloud.item as Words // qmllint disable missing-type
    // Letters may be dark on light or light on dark, whatever the theme
    readonly property bool bright: (words?.color.hslLightness ?? 0) > 0.5

    parent: aloud.item
    z: -1

    Repeater {
        model: highlight.aloud.sentence

        Rectangle {
            required property rect modelData

            x: modelData.x - Theme.tiny
            y: modelData.y
            width: modelData.width + 2 * Theme.tiny
            height: modelData.height
            radius: Theme.tiny
            color: Theme.heardSentence(highlight.bright)
        }
    }
    Repeater {
        model: highlight.aloud.word

        Rectangle {
            required property rect modelData

            x: modelData.x - Theme.tiny
            y: modelData.y
            width: modelData.width + 2 * Theme.tiny
            height: modelData.height
            radius: Theme.tiny
            color: Theme.heardWord(highlight.bright)

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.focusWidth
                color: highlight.words?.color ?? Theme.ink
            }
        }
    }
    NumberAnimation {
        id: scroll

        property: "contentY"
        duration: 200
        easing.type: Easing.OutQuad
    }
    Connections {
        target: highlight.aloud

        function onHeard(): void {
            highlight.follow();
        }
    }

    function scroller(): Flickable {
        for (let item = parent; item; item = item.parent) {
            if (item as Flickable)
                return item as Flickable;
        }
        return null;
    }

    // Scroll the sentence to where the next ones can be read as well, if it is not in sight
    function follow(): void {
        const page = scroller();
        const areas = aloud.sentence;
        if (!page || areas.length === 0)
            return;
        const top = parent.mapToItem(page.contentItem, 0, areas[0].y).y;
        const last = areas[areas.length - 1];
        const bottom = parent.mapToItem(page.contentItem, 0, last.y + last.height).y;
        if (top >= page.contentY + Theme.gap && bottom <= page.contentY + page.height - Theme.gap)
            return;
        const least = page.originY;
        const most = Math.max(least, page.originY + page.contentHeight - page.height);
        scroll.target = page;
        scroll.to = Math.max(least, Math.min(most, top - page.height / 5));
        scroll.restart();
    }
}
