pragma ComponentBehavior: Bound

import QtQuick

// Day, month and year, each in its own box; the active one has the thick outline and the caret.
Row {
    id: root

    property string day: ""
    property string month: ""
    property string year: ""
    property string activePart: "day"
    property bool faulty: false
    readonly property real unit: (root.width - 2 * root.spacing) / 960

    signal partTapped(string part)

    spacing: Theme.gap

    DateBox {
        objectName: "date-day"
        label: qsTr("Ngày")
        value: root.day
        active: root.activePart === "day"
        faulty: root.faulty
        width: Math.floor(root.unit * 270)
        onClicked: root.partTapped("day")
    }

    DateBox {
        objectName: "date-month"
        label: qsTr("Tháng")
        value: root.month
        active: root.activePart === "month"
        faulty: root.faulty
        width: Math.floor(root.unit * 270)
        onClicked: root.partTapped("month")
    }

    DateBox {
        objectName: "date-year"
        label: qsTr("Năm")
        value: root.year
        active: root.activePart === "year"
        faulty: root.faulty
        width: Math.floor(root.unit * 420)
        onClicked: root.partTapped("year")
    }
}
