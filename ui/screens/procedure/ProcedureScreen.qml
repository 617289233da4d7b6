pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property ProcedureViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int half: (root.inner - Theme.gap) / 2

    PageTitle {
        id: heading

        objectName: "title"
        width: root.inner
        visible: root.viewModel.loaded
        role: root.viewModel.title.length > 60 ? "h1" : "disp"
        title: root.viewModel.title
    }

    KText {
        id: official

        y: heading.height
        width: root.inner
        role: "cap"
        color: Theme.ink2
        text: root.tall && root.viewModel.officialLine.length < 180 ? root.viewModel.officialLine : root.viewModel.shortOfficialLine
    }

    Banner {
        width: root.inner
        visible: root.viewModel.missing
        kind: "info"
        title: qsTr("Việc này không còn trong máy")
        line: qsTr("Mời ông/bà tìm lại, hoặc hỏi cán bộ.")
    }

    FactCard {
        id: bring

        objectName: "bring"
        visible: root.viewModel.loaded
        y: official.y + official.height + Theme.gap4
        width: root.tall ? root.inner : Math.round(root.inner * 0.485)
        height: root.tall ? Math.min(papers.y + papers.usedHeight + Theme.gap6, facts.y - y - Theme.gap) : root.wordsHeight - y
        title: qsTr("Cần mang gì")
        iconName: "folder_open"

    }

    PagedList {
        id: papers

        readonly property int listTop: bring.circle + 2 * bring.pad

        objectName: "papers"
        visible: root.viewModel.loaded
        parent: bring
        x: bring.pad
        y: papers.listTop - Theme.gap2
        width: bring.width - 2 * bring.pad
        height: (root.tall ? facts.y - bring.y - Theme.gap : bring.height) - y - Theme.gap4
        spacing: Theme.gap4
        model: root.viewModel.papers
        delegate: Item {
            id: paper

            required property string title
            required property string line
            required property string icon

            width: papers.width
            height: words.height
            Accessible.role: Accessible.ListItem
            Accessible.name: paper.title + ". " + paper.line

            Icon {
                id: sign

                name: paper.icon
            }

            Column {
                id: words

                x: sign.width + Theme.gap4
                width: paper.width - x

                KText {
                    width: words.width
                    role: "lead"
                    strong: true
                    text: paper.title
                }

                KText {
                    width: words.width
                    role: "cap"
                    text: paper.line
                    color: Theme.ink2
                    visible: paper.line.length > 0
                }
            }
        }
    }

    KText {
        parent: bring
        visible: papers.count === 0 && root.viewModel.loaded
        x: bring.pad
        y: papers.listTop
        width: bring.width - 2 * bring.pad
        role: "body"
        text: qsTr("Máy chưa có danh sách. Mời ông/bà hỏi cán bộ.")
    }

    Item {
        id: facts

        readonly property int cardsWidth: root.tall ? root.inner : root.inner - bring.width - Theme.gap

        visible: root.viewModel.loaded
        x: root.tall ? 0 : bring.width + Theme.gap
        y: root.tall ? root.wordsHeight - height - (source.visible ? source.height + Theme.gap2 : 0) : bring.y
        width: facts.cardsWidth
        height: root.tall ? place.y + place.height : bring.height

        FactCard {
            id: time

            objectName: "time"
            width: (facts.width - Theme.gap) / 2
            height: Math.max(time.implicitHeight, fee.implicitHeight)
            title: qsTr("Mất bao lâu")
            iconName: "schedule"

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: root.viewModel.timeHeadline
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                text: root.viewModel.timeLine
                color: Theme.ink2
                visible: text.length > 0
            }
        }

        FactCard {
            id: fee

            objectName: "fee"
            x: time.width + Theme.gap
            width: time.width
            height: time.height
            title: qsTr("Bao nhiêu tiền")
            iconName: "payments"
            pigment: "jade"

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: root.viewModel.feeHeadline
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                text: root.viewModel.feeLine
                color: Theme.ink2
                visible: text.length > 0
            }
        }

        FactCard {
            id: place

            objectName: "place"
            y: time.height + Theme.gap
            width: facts.width
            height: root.tall ? implicitHeight : facts.height - y
            title: qsTr("Nộp ở đâu")
            iconName: "location_on"
            pigment: "rose"

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: root.viewModel.placeHeadline
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                text: root.viewModel.placeLine
                color: Theme.ink2
                visible: text.length > 0
            }
        }
    }

    KText {
        id: source

        visible: root.tall && root.viewModel.loaded
        y: root.wordsHeight - height
        width: root.inner
        role: "cap"
        color: Theme.ink2
        text: root.viewModel.sourceLine
    }

    actions: [
        Column {
            visible: root.tall
            width: root.inner
            spacing: Theme.rowGap

            KButton {
                objectName: "preRegister"
                width: root.inner
                visible: root.viewModel.canPreRegister
                variant: "primary"
                iconName: "edit_note"
                text: qsTr("Khai trước tại máy này")
                onClicked: root.viewModel.preRegister()
            }

            Row {
                spacing: Theme.gap

                KButton {
                    objectName: "print"
                    width: root.half
                    variant: root.viewModel.canPreRegister ? "secondary" : "primary"
                    height: Theme.buttonPrimary
                    iconName: "print"
                    text: qsTr("In giấy tờ cần mang")
                    textRole: "lead"
                    onClicked: root.viewModel.printList()
                }

                KButton {
                    objectName: "takeAway"
                    width: root.half
                    height: Theme.buttonPrimary
                    iconName: "qr_code_2"
                    text: qsTr("Lưu vào điện thoại")
                    textRole: "lead"
                    onClicked: root.viewModel.takeAway()
                }
            }
        },
        Row {
            visible: !root.tall
            spacing: Theme.gap

            KButton {
                objectName: "printWide"
                width: (root.inner - 2 * Theme.gap) * (root.viewModel.canPreRegister ? 0.28 : 0.5)
                variant: root.viewModel.canPreRegister ? "secondary" : "primary"
                height: Theme.button
                iconName: "print"
                text: qsTr("In giấy tờ")
                onClicked: root.viewModel.printList()
            }

            KButton {
                objectName: "takeAwayWide"
                width: (root.inner - 2 * Theme.gap) * (root.viewModel.canPreRegister ? 0.28 : 0.5)
                height: Theme.button
                iconName: "qr_code_2"
                text: qsTr("Lưu điện thoại")
                onClicked: root.viewModel.takeAway()
            }

            KButton {
                objectName: "preRegisterWide"
                visible: root.viewModel.canPreRegister
                width: (root.inner - 2 * Theme.gap) * 0.44
                height: Theme.button
                variant: "primary"
                iconName: "edit_note"
                text: qsTr("Khai trước tại máy này")
                onClicked: root.viewModel.preRegister()
            }
        }
    ]
}
