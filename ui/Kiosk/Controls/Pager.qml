pragma ComponentBehavior: Bound

import QtQuick

// "Lên" and "Xuống" for a list longer than the page: no scrolling, no swipe. Hidden when all fits.
Item {
    id: root

    property int from: 1
    property int to: 0
    property int total: 0
    property string upText: qsTr("Lên")
    property string downText: qsTr("Xuống")
    property string words: qsTr("Đang xem %1–%2 trong %3").arg(root.from).arg(root.to).arg(root.total)
    property string shortWords: qsTr("%1–%2 trong %3").arg(root.from).arg(root.to).arg(root.total)
    readonly property bool hasUp: root.from > 1
    readonly property bool hasDown: root.to < root.total
    // By the widest words of this list, so that turning a page never changes how high the pager is. Large letters
    // leave room beside the buttons for the numbers alone.
    readonly property int besideButtons: root.width - 2 * upButton.width - 2 * Theme.gap
    readonly property bool longFits: Math.ceil(widest.implicitWidth) <= root.besideButtons
    readonly property bool wordsFit: root.longFits || Math.ceil(widestShort.implicitWidth) <= root.besideButtons

    signal up
    signal down

    visible: root.hasUp || root.hasDown
    implicitWidth: Theme.mm(200)
    implicitHeight: upButton.height + (root.wordsFit ? 0 : place.height + Theme.gap2)

    KButton {
        id: upButton

        objectName: "pager-up"
        width: Math.max(Theme.mm(64.5), upButton.implicitWidth, downButton.implicitWidth)
        height: Theme.pagerHeight
        iconName: "arrow_upward"
        text: root.upText
        enabled: root.hasUp
        onClicked: root.up()
    }

    KButton {
        id: downButton

        objectName: "pager-down"
        x: upButton.width + Theme.gap
        width: upButton.width
        height: Theme.pagerHeight
        iconName: "arrow_downward"
        text: root.downText
        enabled: root.hasDown
        onClicked: root.down()
    }

    KText {
        id: widest

        visible: false
        spoken: false
        text: qsTr("Đang xem %1–%2 trong %3").arg(root.total).arg(root.total).arg(root.total)
    }

    KText {
        id: widestShort

        visible: false
        spoken: false
        text: qsTr("%1–%2 trong %3").arg(root.total).arg(root.total).arg(root.total)
    }

    KText {
        id: place

        x: root.wordsFit ? 2 * (upButton.width + Theme.gap) : 0
        y: root.wordsFit ? Math.round((upButton.height - place.height) / 2) : upButton.height + Theme.gap2
        text: root.longFits || !root.wordsFit ? root.words : root.shortWords
        color: Theme.ink2
        Accessible.name: root.words
    }
}
