pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// Every choice shows at once, on this very page. What is chosen has a tick and a filled face.
Page {
    id: root

    required property AccessibilityViewModel viewModel
    readonly property var seeing: [
        {
            "id": "text",
            "title": qsTr("Cỡ chữ"),
            "chosen": Theme.textMode,
            "options": [["standard", qsTr("Vừa")], ["large", qsTr("To")], ["largest", qsTr("Rất to")]]
        },
        {
            "id": "contrast",
            "title": qsTr("Màu màn hình"),
            "chosen": Theme.contrast,
            "options": [["light", qsTr("Sáng")], ["dark", qsTr("Nền đen")], ["lowglare", qsTr("Dịu mắt")]]
        },
        {
            "id": "low",
            "title": qsTr("Hạ thấp các nút"),
            "chosen": Theme.lowReach ? "on" : "off",
            "options": [["off", qsTr("Không")], ["on", qsTr("Hạ thấp")]]
        },
        {
            "id": "motion",
            "title": qsTr("Chuyển động"),
            "chosen": Theme.reducedMotion ? "on" : "off",
            "options": [["off", qsTr("Như thường")], ["on", qsTr("Giảm bớt")]]
        }
    ]

    readonly property var hearing: !root.viewModel.canSpeak ? [] : [
        {
            "id": "speech",
            "title": qsTr("Nghe đọc"),
            "chosen": root.viewModel.speech ? "on" : "off",
            "options": [["off", qsTr("Không đọc")], ["on", qsTr("Đọc to")]]
        },
        {
            "id": "rate",
            "title": qsTr("Đọc nhanh chậm: %1").arg(root.viewModel.rateText),
            "chosen": "",
            "options": [["less", qsTr("Chậm hơn")], ["more", qsTr("Nhanh hơn")]]
        },
        {
            "id": "volume",
            "title": qsTr("Tiếng to nhỏ: %1").arg(root.viewModel.volumeText),
            "chosen": "",
            "options": [["less", qsTr("Nhỏ hơn")], ["more", qsTr("To hơn")]]
        }
    ]
    readonly property var covering: !root.viewModel.canCurtain ? [] : [
        {
            "id": "curtain",
            "title": qsTr("Che màn hình"),
            "chosen": root.viewModel.curtain ? "on" : "off",
            "options": [["off", qsTr("Không che")], ["on", qsTr("Che lại")]]
        }
    ]
    readonly property var typing: [
        {
            "id": "keys",
            "title": qsTr("Bàn phím"),
            "chosen": Theme.keys,
            "options": [["qwerty", qsTr("Thường")], ["abc", qsTr("A B C")], ["telex", qsTr("Telex")]]
        }
    ]
    readonly property var groups: root.seeing.concat(root.hearing, root.typing, root.covering)

    leastWords: Theme.moving ? list.y + list.wholeHeight : 0

    PageTitle {
        id: heading

        width: root.inner
        title: Theme.large || Theme.largest ? qsTr("Trợ năng") : qsTr("Chỉnh máy cho dễ dùng")
        line: Theme.large || Theme.largest ? "" : qsTr("Ông/bà dùng xong, máy trở lại như cũ.")
        iconName: Theme.largest ? "" : "accessibility_new"
    }

    PagedList {
        id: list

        objectName: "modes"
        y: heading.height + Theme.gap6
        width: root.inner
        whole: Theme.moving
        height: list.whole ? list.wholeHeight : root.wordsHeight - y
        spacing: Theme.gap6
        model: root.groups.length
        delegate: Item {
            id: group

            required property int index
            readonly property var facts: root.groups[group.index]
            readonly property bool beside: !Theme.portrait && !Theme.large && !Theme.largest
            readonly property int columns: Theme.largest ? 1 : group.facts.options.length
            readonly property int room: list.listWidth - (group.beside ? Theme.mm(80) : 0)

            width: list.listWidth
            height: group.beside ? Math.max(label.height, choices.height) : label.height + Theme.gap2 + choices.height

            KText {
                id: label

                width: group.beside ? Theme.mm(76) : group.width
                y: group.beside ? Math.round((group.height - height) / 2) : 0
                role: "h1"
                text: group.facts.title
            }

            Grid {
                id: choices

                x: group.beside ? Theme.mm(80) : 0
                y: group.beside ? 0 : label.height + Theme.gap2
                columns: group.columns
                spacing: Theme.gap

                Repeater {
                    model: group.facts.options

                    KButton {
                        id: option

                        required property var modelData
                        readonly property bool chosen: group.facts.chosen === option.modelData[0]

                        objectName: "mode-" + group.facts.id + "-" + option.modelData[0]
                        width: Math.floor((group.room - (group.columns - 1) * Theme.gap) / group.columns)
                        // The filled one is no higher than its neighbours.
                        height: Theme.large || Theme.largest ? Math.max(Theme.buttonPrimary, implicitHeight) : Theme.button
                        variant: option.chosen ? "primary" : "secondary"
                        iconName: option.chosen ? "check" : ""
                        iconSize: Theme.mm(10 * Theme.zoom)
                        text: option.modelData[1]
                        spokenName: group.facts.title + ": " + option.modelData[1]
                        spokenDescription: option.chosen ? qsTr("Đang chọn") : ""
                        checkable: group.facts.chosen.length > 0
                        checked: option.chosen
                        onClicked: root.viewModel.choose(group.facts.id, option.modelData[0])
                    }
                }
            }
        }
    }

    actions: [
        Row {
            spacing: Theme.gap

            KButton {
                objectName: "reset"
                width: (root.inner - Theme.gap) / 2
                height: Math.max(Theme.button, implicitHeight)
                enabled: root.viewModel.changed
                iconName: Theme.large || Theme.largest ? "" : "undo"
                text: qsTr("Như cũ")
                onClicked: root.viewModel.reset()
            }

            KButton {
                objectName: "done"
                width: (root.inner - Theme.gap) / 2
                height: Math.max(Theme.button, implicitHeight)
                iconName: Theme.large || Theme.largest ? "" : "check_circle"
                text: qsTr("Xong")
                onClicked: root.viewModel.done()
            }
        }
    ]
}
