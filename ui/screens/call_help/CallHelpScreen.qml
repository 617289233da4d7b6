pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property CallHelpViewModel viewModel

    leastWords: pages.whole ? pages.y + pages.wholeHeight : 0

    PageTitle {
        id: heading

        width: root.inner
        title: qsTr("Cần người giúp?")
        line: Theme.large && !Theme.portrait ? "" : root.viewModel.lead
        iconName: Theme.large && !Theme.portrait ? "" : "support_agent"
        pigment: "amber"
    }

    Banner {
        id: call

        objectName: "call"
        y: heading.height + Theme.mm(Theme.step(6, 2.5, 5))
        width: root.inner
        kind: root.viewModel.callKind
        title: root.viewModel.callTitle
        line: root.viewModel.callLine
    }

    component Person: FactCard {
        id: person

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

        visible: Theme.portrait && !Theme.large && !pages.whole
        y: call.y + call.height + Theme.mm(Theme.step(6, 2.5, 5))
        width: root.inner
        columns: 1
        rowSpacing: Theme.gap4

        Repeater {
            model: root.viewModel.lines
            delegate: Person {
                width: people.width
            }
        }
    }

    // Lying screens and large letters: as many as fit, the others by pages.
    PagedList {
        id: pages

        objectName: "people"
        visible: !people.visible
        y: people.y
        width: root.inner
        whole: Theme.moving || Theme.handsLow && Theme.portrait
        height: pages.whole ? pages.wholeHeight : root.wordsHeight - y
        model: root.viewModel.lines
        delegate: Person {
            width: pages.listWidth
        }
    }

    actions: [
        Grid {
            id: ways

            readonly property int places: Theme.largest ? 1 : 2
            readonly property int each: Math.floor((root.inner - (ways.places - 1) * Theme.gap) / ways.places)

            columns: ways.places
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap4

            KButton {
                objectName: "callAgain"
                width: ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "help"
                iconName: Theme.large ? "" : "notifications"
                text: qsTr("Gọi lại")
                onClicked: root.viewModel.callAgain()
            }

            KButton {
                objectName: "goOn"
                width: ways.each
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                iconName: Theme.large ? "" : "arrow_back"
                text: qsTr("Làm tiếp")
                onClicked: root.viewModel.goOn()
            }
        }
    ]
}
