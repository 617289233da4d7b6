pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property HallInfoViewModel viewModel

    leastWords: Theme.moving ? counters.y + counters.wholeHeight + Theme.gap4 + calls.height : 0

    PageTitle {
        id: heading

        width: root.inner
        title: qsTr("Giờ làm việc và quầy")
        line: root.viewModel.address
        iconName: "apartment"
    }

    Banner {
        id: hours

        y: heading.height + Theme.mm(Theme.step(6, 2.5, 5))
        width: root.inner
        kind: "info"
        title: root.viewModel.openingHours.length > 0 ? root.viewModel.openingTitle : qsTr("Chưa có giờ làm việc")
        line: root.viewModel.openingHours.length > 0 ? root.viewModel.openingHours : qsTr("Mời ông/bà hỏi cán bộ trong sảnh.")
    }

    PagedList {
        id: counters

        objectName: "counters"
        y: hours.y + hours.height + Theme.mm(Theme.step(6, 2.5, 5))
        width: Theme.portrait ? root.inner : root.inner * 0.6
        whole: Theme.moving
        height: counters.whole ? counters.wholeHeight : (Theme.portrait ? calls.y : root.wordsHeight) - y - Theme.gap4
        model: root.viewModel.counters
        delegate: FactCard {
            id: counter

            required property string line
            required property string note

            required title

            width: counters.listWidth
            iconName: "location_on"

            KText {
                width: parent ? parent.width : 0
                role: "body"
                strong: true
                text: counter.line
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                color: Theme.ink2
                text: counter.note
                visible: text.length > 0
            }
        }
    }

    Column {
        id: calls

        x: Theme.portrait ? 0 : counters.width + Theme.gap
        y: Theme.portrait ? root.wordsHeight - height : counters.y
        width: Theme.portrait ? root.inner : root.inner - x
        spacing: Theme.gap4

        Repeater {
            model: root.viewModel.calls
            delegate: FactCard {
                id: call

                required property int index

                visible: Theme.portrait || !Theme.large || call.index === 0
                required property string line

                required title

                width: calls.width
                iconName: "call"
                pigment: "jade"

                KText {
                    width: parent ? parent.width : 0
                    role: "body"
                    text: call.line
                }
            }
        }
    }
}
