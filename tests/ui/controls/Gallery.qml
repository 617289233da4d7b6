pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Every control in every state, as in the picture of component states.
Rectangle {
    id: root

    width: 1900
    height: 1600
    color: Theme.page

    KText {
        x: 40
        y: 28
        role: "h1"
        text: "Nút và ô: 5 trạng thái"
    }

    Repeater {
        model: ["Nghỉ", "Nhấn", "Đang chọn (bàn phím)", "Chưa dùng được", "Đang làm"]

        KText {
            required property string modelData
            required property int index

            x: 40 + 368 * index
            y: 130
            role: "cap"
            strong: true
            text: modelData
            color: Theme.ink2
        }
    }

    Repeater {
        model: [["primary", "print", "In phiếu", "Đang in…"], ["secondary", "print", "In phiếu", "Đang in…"], ["danger", "close", "Gỡ máy in", "Đang gỡ…"], ["help", "support_agent", "Gọi giúp", "Đang gọi…"]]

        Item {
            id: line

            required property var modelData
            required property int index

            Repeater {
                model: ["rest", "pressed", "focus", "off", "busy"]

                KButton {
                    id: button

                    required property string modelData
                    required property int index

                    objectName: line.modelData[0] + "-" + button.modelData
                    x: 40 + 368 * button.index
                    y: 204 + 146 * line.index
                    width: 340
                    height: 112
                    variant: line.modelData[0]
                    iconName: line.modelData[1]
                    text: line.modelData[2]
                    busyText: line.modelData[3]
                    busy: button.modelData === "busy"
                    enabled: button.modelData !== "off"
                    keyDown: button.modelData === "pressed"
                }
            }
        }
    }

    Repeater {
        model: 2

        Tile {
            required property int index

            objectName: "tile-" + index
            x: 40 + 518 * index
            y: 789
            width: 490
            height: 190
            iconName: "child_care"
            pigment: "rose"
            title: "Sinh con"
            line: "Khai sinh, nhận con"
            keyDown: index === 1
        }
    }

    Repeater {
        model: 2

        ListRow {
            required property int index

            objectName: "row-" + index
            x: 40 + 608 * index
            y: 1013
            width: 580
            height: 140
            iconName: "child_care"
            title: "Đăng ký khai sinh"
            line: "Trẻ mới sinh"
            keyDown: index === 1
        }
    }

    CheckRow {
        objectName: "check-yes"
        x: 40
        y: 1187
        width: 490
        height: 120
        title: "Chứng sinh"
        checked: true
    }

    CheckRow {
        objectName: "check-no"
        x: 40
        y: 1321
        width: 490
        height: 120
        title: "Tờ khai"
    }

    Repeater {
        model: [["success", "Đã gửi lên cổng", 558, 1187, 660], ["warning", "Còn ít giấy", 558, 1288, 660], ["error", "Căn cước có 12 chữ số, mới nhập 11.", 558, 1390, 660], ["info", "Thông tin ngày 20/11", 1246, 1187, 500], ["priority", "Ưu tiên", 1246, 1288, 500]]

        Banner {
            required property var modelData

            objectName: "banner-" + modelData[0]
            x: modelData[2]
            y: modelData[3]
            width: modelData[4]
            kind: modelData[0]
            title: modelData[1]
        }
    }

    KeyCap {
        objectName: "key-rest"
        x: 1246
        y: 1390
        width: 96
        height: 84
        text: "a"
    }

    KeyCap {
        objectName: "key-pressed"
        x: 1356
        y: 1390
        width: 96
        height: 84
        text: "a"
        keyDown: true
    }

    KeyCap {
        objectName: "key-mark"
        x: 1466
        y: 1390
        width: 96
        height: 84
        kind: "mark"
        text: "ơ"
    }

    KeyCap {
        objectName: "key-tone"
        x: 1576
        y: 1390
        width: 150
        height: 104
        kind: "tone"
        textRole: "lead"
        text: "má"
        sub: "sắc"
    }
}
