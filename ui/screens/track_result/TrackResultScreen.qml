pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property TrackResultViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property bool big: Theme.large || Theme.largest
    readonly property int below: Theme.gap4 + age.implicitHeight + (sheet.visible ? sheet.implicitHeight + Theme.gap2 : 0)
    readonly property int side: root.tall ? root.inner : Math.round(root.inner * 0.46)

    leastWords: Theme.moving ? list.y + list.wholeHeight : 0

    PageTitle {
        id: heading

        width: root.side
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.number
        line: root.big && !root.tall ? "" : root.viewModel.matter
    }

    Rectangle {
        id: card

        readonly property int pad: Theme.mm(Theme.step(9, 4, 7))
        readonly property color tint: root.viewModel.kind === "success" ? Theme.success : root.viewModel.kind === "warning" ? Theme.warning : root.viewModel.kind === "error" ? Theme.error : Theme.primary

        y: heading.height + Theme.mm(Theme.step(6, 2.5, 5))
        width: root.side
        height: Math.max(sign.height, told.height) + 2 * card.pad
        radius: Theme.radius
        color: root.viewModel.kind === "success" ? Theme.successGround : root.viewModel.kind === "warning" ? Theme.warningGround : root.viewModel.kind === "error" ? Theme.errorGround : Theme.infoGround
        border.width: Theme.cardOutline
        border.color: card.tint

        Icon {
            id: sign

            visible: !root.big
            x: card.pad
            y: Math.round((card.height - height) / 2)
            name: root.viewModel.kind === "success" ? "check_circle" : root.viewModel.kind === "warning" ? "front_hand" : root.viewModel.kind === "error" ? "block" : "hourglass_top"
            size: Theme.mm(Theme.step(20, 13, 17))
            color: card.tint
        }

        Column {
            id: told

            x: sign.visible ? sign.x + sign.width + Theme.gap8 : card.pad
            y: Math.round((card.height - height) / 2)
            width: card.width - x - card.pad

            KText {
                id: name

                objectName: "state"
                width: told.width
                role: "h1"
                text: root.viewModel.state
                color: card.tint
            }

            KText {
                id: meaning

                // On lying screens with large letters the state's name comes first, then its age.
                visible: root.tall || card.y + 2 * card.pad + name.implicitHeight + meaning.implicitHeight + root.below <= root.wordsHeight
                width: told.width
                role: root.tall ? "lead" : "body"
                text: root.viewModel.meaning
            }
        }
    }

    KText {
        id: age

        objectName: "age"
        y: card.y + card.height + Theme.gap4
        width: root.side
        role: root.viewModel.old ? "body" : "cap"
        strong: root.viewModel.old
        color: root.viewModel.old ? Theme.warning : Theme.ink2
        text: root.viewModel.age
    }

    KText {
        id: sheet

        objectName: "sheetLine"
        visible: root.viewModel.sheetLine.length > 0
        y: age.y + age.height + Theme.gap2
        width: root.side
        role: "body"
        strong: true
        text: root.viewModel.sheetLine
    }

    PagedList {
        id: list

        objectName: "steps"
        x: root.tall ? 0 : root.side + Theme.gap8
        y: root.tall ? (sheet.visible ? sheet.y + sheet.height : age.y + age.height) + Theme.gap8 : 0
        width: root.inner - x
        whole: Theme.moving
        height: list.whole ? list.wholeHeight : root.wordsHeight - y
        spacing: 0
        model: root.viewModel.rows
        delegate: Item {
            id: row

            required property string key
            required property string title
            required property string line
            required property string note
            required property bool marked

            width: list.listWidth
            // Not by `visible`: a row of another page is hidden, and must keep its height.
            implicitHeight: row.note.length > 0 ? step.implicitHeight : fact.implicitHeight + Theme.gap4

            TimelineStep {
                id: step

                visible: row.note.length > 0
                width: row.width
                height: implicitHeight
                title: row.title
                line: row.line
                progress: row.note
                lastStep: row.marked
            }

            ReadingRow {
                id: fact

                visible: row.note.length === 0
                width: row.width
                height: implicitHeight
                title: row.title
                line: row.line
            }
        }
    }

    actions: [
        Flow {
            id: ways

            readonly property int shown: 1 + (root.viewModel.canPrint ? 1 : 0) + (root.viewModel.canWithdraw ? 1 : 0)
            readonly property int places: Theme.largest || root.tall && root.big ? 1 : Math.min(ways.shown, root.tall ? 2 : 3)
            readonly property int each: Math.floor((root.inner - (ways.places - 1) * Theme.gap) / ways.places)

            width: root.inner
            spacing: Theme.gap

            KButton {
                objectName: "print"
                visible: root.viewModel.canPrint
                // Three in two columns leave no hole: what most people want takes a row.
                width: ways.places === 2 && ways.shown === 3 ? root.inner : ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                iconName: root.big && root.tall ? "" : "print"
                text: qsTr("In tình trạng")
                onClicked: root.viewModel.printState()
            }

            KButton {
                objectName: "another"
                width: ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: root.big && root.tall ? "" : "document_scanner"
                text: qsTr("Tra hồ sơ khác")
                onClicked: root.viewModel.another()
            }

            KButton {
                objectName: "withdraw"
                visible: root.viewModel.canWithdraw
                width: ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: root.big ? "" : "undo"
                text: qsTr("Rút phiếu")
                onClicked: root.viewModel.withdraw()
            }
        }
    ]
}
