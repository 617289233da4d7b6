pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property CallHelpViewModel viewModel

    leastWords: Theme.largest ? pages.y + pages.wholeHeight : 0

    PageTitle {
        id: heading

        width: root.inner
        title: qsTr("Cần người giúp?")
        line: root.viewModel.lead
        iconName: "support_agent"
        pigment: "amber"
    }

    component Person: FactCard {
        id: person

        required property int index

        required title
        required property string line
        required property string icon
        required property string note

        iconName: person.icon

        KText {
            width: parent ? parent.width : 0
            role: "lead"
            strong: true
            text: person.line
            visible: text.length > 0
        }

        KText {
            width: parent ? parent.width : 0
            role: "cap"
            color: Theme.ink2
            text: person.note
            visible: text.length > 0 && Theme.portrait
        }
    }

    Grid {
        id: people

        readonly property int each: Theme.portrait ? width : (width - Theme.gap) / 2

        visible: !Theme.large && !Theme.largest
        y: heading.height + Theme.mm(Theme.step(8, 3, 6))
        width: root.inner
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap4

        Repeater {
            model: root.viewModel.lines
            delegate: Person {
                visible: Theme.portrait || index < 4
                width: people.each
            }
        }
    }

    // Large letters: as many as fit, the others by pages.
    PagedList {
        id: pages

        objectName: "people"
        visible: Theme.large || Theme.largest
        y: people.y
        width: root.inner
        whole: Theme.largest
        height: pages.whole ? pages.wholeHeight : root.wordsHeight - y
        model: root.viewModel.lines
        delegate: Person {
            width: pages.listWidth
        }
    }

    actions: [
        KButton {
            objectName: "goOn"
            width: root.inner
            variant: "primary"
            iconName: "arrow_back"
            text: qsTr("Làm tiếp")
            onClicked: root.viewModel.goOn()
        }
    ]
}
