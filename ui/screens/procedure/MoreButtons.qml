pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// Steps, legal basis and all the rest, one touch away; a button without anything behind it is not there.
Grid {
    id: root

    required property ProcedureViewModel viewModel
    property int room: 0
    readonly property int count: 1 + (root.viewModel.hasSteps ? 1 : 0) + (root.viewModel.hasLegal ? 1 : 0)
    // The largest letters have a line for each.
    columns: Theme.largest ? 1 : root.count
    readonly property int each: root.room > 0 ? Math.floor((root.room - (root.columns - 1) * root.spacing) / root.columns) : 0

    spacing: Theme.gap
    visible: root.viewModel.loaded

    KButton {
        id: steps

        objectName: "steps"
        visible: root.viewModel.hasSteps
        width: root.each || steps.implicitWidth
        height: Theme.largest ? implicitHeight : Theme.target
        textRole: "body"
        iconName: Theme.large || !Theme.portrait ? "" : "route"
        text: qsTr("Các bước")
        spokenName: qsTr("Các bước làm việc này")
        onClicked: root.viewModel.openSteps()
    }

    KButton {
        id: legal

        objectName: "legal"
        visible: root.viewModel.hasLegal
        width: root.each || legal.implicitWidth
        height: Theme.largest ? implicitHeight : Theme.target
        textRole: "body"
        iconName: Theme.large || !Theme.portrait ? "" : "gavel"
        text: qsTr("Căn cứ")
        spokenName: qsTr("Căn cứ pháp lý của việc này")
        onClicked: root.viewModel.openLegal()
    }

    KButton {
        id: more

        objectName: "more"
        width: root.each || more.implicitWidth
        height: Theme.largest ? implicitHeight : Theme.target
        textRole: "body"
        iconName: Theme.large || !Theme.portrait ? "" : "more_horiz"
        text: qsTr("Xem thêm")
        spokenName: qsTr("Xem thêm về việc này")
        onClicked: root.viewModel.openMore()
    }
}
