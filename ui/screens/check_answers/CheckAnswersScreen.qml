pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property CheckAnswersViewModel viewModel
    readonly property bool faulty: root.viewModel.faultCount > 0

    leastWords: Theme.moving ? card.y + list.wholeHeight + 2 * card.pad + Theme.gap4 + note.height : 0

    PageTitle {
        id: heading

        width: root.inner
        title: qsTr("Ông/bà xem lại cho đúng")
        line: Theme.landscape || Theme.large || root.viewModel.trouble ? "" : qsTr("Chạm Sửa ở dòng cần đổi. Các dòng khác vẫn giữ nguyên.")
    }

    Rectangle {
        id: card

        readonly property int pad: Theme.gap2

        y: heading.height + Theme.gap4
        width: root.inner
        height: Theme.moving ? list.wholeHeight + 2 * card.pad : Math.min(list.usedHeight + 2 * card.pad, root.wordsHeight - y - (note.height + Theme.gap4))
        color: Theme.paper
        radius: Theme.radiusCard
        border.width: Theme.cardOutline
        border.color: Theme.hair

        PagedList {
            id: list

            objectName: "rows"
            x: card.pad
            y: card.pad
            width: card.width - 2 * card.pad
            whole: Theme.moving
            height: list.whole ? list.wholeHeight : root.wordsHeight - card.y - note.height - Theme.gap4 - 2 * card.pad
            spacing: 0
            model: root.viewModel.rows
            delegate: AnswerRow {
                id: row

                required property string key
                required property string title
                required property string line
                required property string note
                required property int index

                objectName: "answer-" + row.key
                width: list.listWidth
                label: row.line
                value: row.title
                fault: row.note
                lastRow: row.index === list.count - 1
                onEdit: root.viewModel.edit(row.key)
            }
        }
    }

    Column {
        id: note

        y: root.wordsHeight - height
        width: root.inner

        Banner {
            width: note.width
            visible: root.viewModel.trouble
            kind: "error"
            title: qsTr("Máy chưa giữ được phiếu khai")
            line: qsTr("Điều ông/bà khai vẫn còn. Mời gọi cán bộ.")
        }

        KText {
            width: note.width
            visible: !root.viewModel.trouble
            role: "body"
            color: Theme.ink2
            text: root.faulty ? qsTr("Sửa %1 dòng còn thiếu rồi gửi. Máy xoá hết khi ông/bà rời đi.").arg(root.viewModel.faultCount) : root.viewModel.practice ? qsTr("Em tập đến đây. Máy không gửi và không giữ gì.") : qsTr("Chạm Gửi là ông/bà cho cán bộ xem trước. Máy khoá kín, không mở lại được.")
        }
    }

    actions: [
        Grid {
            columns: Theme.portrait ? 1 : 2
            spacing: Theme.portrait ? Theme.gap4 : Theme.gap

            KButton {
                objectName: "editFault"
                visible: root.faulty
                width: Theme.portrait ? root.inner : (root.inner - Theme.gap) / 2
                variant: "primary"
                iconName: "edit"
                text: qsTr("Sửa %1").arg(root.viewModel.firstFaultLabel)
                onClicked: root.viewModel.editFirstFault()
            }

            KButton {
                objectName: "send"
                width: Theme.portrait || !root.faulty ? root.inner : (root.inner - Theme.gap) / 2
                variant: root.faulty ? "secondary" : "primary"
                iconName: root.viewModel.practice ? "print" : "send"
                busy: root.viewModel.sending
                busyText: qsTr("Đang giữ…")
                text: root.viewModel.practice ? qsTr("In bài tập") : qsTr("Gửi và in phiếu")
                reason: root.faulty ? qsTr("sửa %1 dòng trước").arg(root.viewModel.faultCount) : ""
                onClicked: root.viewModel.send()
            }
        }
    ]
}
