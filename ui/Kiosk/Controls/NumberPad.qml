pragma ComponentBehavior: Bound

import QtQuick

// Twelve large keys for dates, identity numbers and telephone numbers.
Item {
    id: root

    property int keyHeight: Theme.mm(Theme.step(38.67, 20.5, 24))
    property int columnGap: Theme.gap
    property int lineGap: Theme.rowGap
    readonly property var keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "backspace", "0", "clear"]

    signal digit(string text)
    signal backspace
    signal clear

    function touched(value: string) {
        if (value === "backspace") {
            root.backspace();
        } else if (value === "clear") {
            root.clear();
        } else {
            root.digit(value);
        }
    }

    implicitWidth: Theme.mm(Theme.step(247.9, 120, 180))
    implicitHeight: 4 * root.keyHeight + 3 * root.lineGap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Bàn phím số")

    Grid {
        columns: 3
        columnSpacing: root.columnGap
        rowSpacing: root.lineGap

        Repeater {
            model: root.keys

            KeyCap {
                id: cap

                required property string modelData
                readonly property bool isDigit: cap.modelData.length === 1

                objectName: "pad-" + cap.modelData
                width: Math.floor((root.width - 2 * root.columnGap) / 3)
                height: root.keyHeight
                kind: cap.isDigit ? "letter" : "function"
                text: cap.isDigit ? cap.modelData : cap.modelData === "clear" ? qsTr("Xoá hết") : ""
                iconName: cap.modelData === "backspace" ? "backspace" : ""
                spokenName: cap.modelData === "backspace" ? qsTr("Xoá một số") : cap.text
                onClicked: root.touched(cap.modelData)
            }
        }
    }
}
