pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// What can be done about a procedure here: one filled button at most, the others beside or below it.
Item {
    id: root

    required property ProcedureViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property bool asks: root.viewModel.hasQuestions || root.viewModel.hasCases
    readonly property bool leads: root.viewModel.canPreRegister
    // With questions three buttons stand in a row, else two. Only a standing screen has the height for their
    // pictures above the words, and not with large letters: those need it for the words.
    // The largest letters have a line for each button.
    readonly property bool stacked: Theme.largest
    readonly property bool pictured: root.asks && root.tall && !root.stacked && !Theme.large
    readonly property int leastHeight: root.pictured ? Theme.buttonIconAbove : root.tall && !root.asks && !Theme.large ? Theme.buttonPrimary : Theme.large ? Theme.mm(Theme.step(28, 21.24, 28)) : Theme.button
    readonly property int rowHeight: Math.max(root.leastHeight, root.asks ? root.highOf(asking) : 0, root.highOf(printing), root.highOf(takeAway), root.tall || !root.leads ? 0 : root.highOf(preRegister))
    // On a lying screen all stand in one row: each as wide as its words where that fits, else as shares.
    readonly property int natural: (root.asks ? asking.implicitWidth + Theme.gap : 0) + printing.implicitWidth + Theme.gap + takeAway.implicitWidth + Theme.gap + preRegister.implicitWidth
    readonly property bool byWords: !root.tall && root.leads && root.natural <= root.width
    readonly property int spare: root.byWords ? Math.floor((root.width - root.natural) / (root.asks ? 4 : 3)) : 0
    readonly property int rowRoom: root.tall || !root.leads ? root.width : Math.round(root.width * (root.asks ? 0.66 : 0.58))
    readonly property int rowWidth: root.stacked ? root.width : (root.rowRoom - (root.asks ? 2 : 1) * Theme.gap) / (root.asks ? 3 : 2)
    readonly property bool wordsOnly: root.asks && (Theme.large || !root.tall && root.leads)
    readonly property string rowRole: root.asks ? "body" : root.tall ? "lead" : "btn"

    // Large letters leave the height to the facts.
    readonly property int leadHeight: Theme.large ? Math.max(Theme.mm(28), root.highOf(preRegister)) : Theme.buttonPrimary
    readonly property int first: root.tall && root.leads ? root.leadHeight + Theme.rowGap : 0
    // Where the procedure is no longer done, or only its name is known, there is nothing to print or fill in.
    readonly property bool gone: root.viewModel.isWithdrawn || root.viewModel.listOnly
    readonly property bool offers: root.viewModel.loaded && !root.gone
    readonly property int helpHeight: root.tall ? Theme.buttonPrimary : Theme.button

    // As high as its words need, a little free above and below them, whatever height it has been given.
    function highOf(button: KButton): int {
        return button.wordsHeight + 2 * (button.padY + Theme.mm(1)) + Theme.edge;
    }

    function wideOf(button: KButton): int {
        return root.byWords ? button.implicitWidth + root.spare : root.rowWidth;
    }

    implicitHeight: root.stacked && root.offers ? takeAway.y + takeAway.height : root.gone || root.viewModel.missing ? root.helpHeight + (root.tall && root.viewModel.hasReplacement ? Theme.buttonPrimary + Theme.rowGap : 0) : root.first + root.rowHeight

    Item {
        id: before
    }

    KButton {
        // Keys come to the two in the order eyes do: one under the other on a tall page, else from left to right.
        parent: root.tall ? after : before

        objectName: "callHelp"
        visible: root.viewModel.missing || root.gone
        y: root.tall && root.viewModel.hasReplacement ? Theme.buttonPrimary + Theme.rowGap : 0
        width: root.tall || !root.viewModel.hasReplacement ? root.width : (root.width - Theme.gap) / 2
        height: root.helpHeight
        variant: "help"
        iconName: "support_agent"
        text: qsTr("Hỏi cán bộ")
        onClicked: root.viewModel.callHelp()
    }

    KButton {
        objectName: "replacement"
        visible: root.viewModel.hasReplacement
        x: root.tall ? 0 : root.width - width
        width: root.tall ? root.width : (root.width - Theme.gap) / 2
        height: root.helpHeight
        variant: "primary"
        iconName: "arrow_forward"
        text: qsTr("Xem việc thay thế")
        onClicked: root.viewModel.openReplacement()
    }

    Item {
        id: after
    }

    KButton {
        id: preRegister

        objectName: "preRegister"
        visible: root.viewModel.canPreRegister
        x: root.tall ? 0 : root.width - width
        width: root.tall ? root.width : root.byWords ? root.width - takeAway.x - takeAway.width - Theme.gap : root.width - root.rowRoom - Theme.gap
        height: root.tall ? root.leadHeight : root.rowHeight
        variant: "primary"
        iconName: "edit_note"
        text: Theme.large && !root.tall ? qsTr("Khai trước") : qsTr("Khai trước tại máy này")
        spokenName: qsTr("Khai trước tại máy này")
        onClicked: root.viewModel.preRegister()
    }

    KButton {
        id: asking

        objectName: "askCase"
        visible: root.offers && root.asks
        y: root.stacked ? root.first : printing.y
        width: root.wideOf(asking)
        height: root.stacked ? implicitHeight : root.rowHeight
        variant: root.leads ? "secondary" : "primary"
        iconAbove: root.pictured
        iconName: root.wordsOnly ? "" : root.viewModel.hasCases ? "list_alt" : "fact_check"
        textRole: root.rowRole
        text: root.viewModel.hasCases ? qsTr("Chọn trường hợp") : root.tall ? qsTr("Giấy tờ của riêng tôi") : qsTr("Giấy tờ của tôi")
        onClicked: root.viewModel.askCase()
    }

    KButton {
        id: printing

        objectName: "print"
        visible: root.offers
        x: root.asks && !root.stacked ? asking.width + Theme.gap : 0
        y: root.stacked && root.asks ? asking.y + asking.height + Theme.rowGap : root.first
        width: root.wideOf(printing)
        height: root.stacked ? implicitHeight : root.rowHeight
        variant: root.leads || root.asks ? "secondary" : "primary"
        iconAbove: root.pictured
        iconName: root.wordsOnly ? "" : "print"
        textRole: root.rowRole
        text: root.tall ? qsTr("In giấy tờ cần mang") : qsTr("In giấy tờ")
        onClicked: root.viewModel.printList()
    }

    KButton {
        id: takeAway

        objectName: "takeAway"
        visible: root.offers
        x: root.stacked ? 0 : printing.x + printing.width + Theme.gap
        y: root.stacked ? printing.y + printing.height + Theme.rowGap : printing.y
        width: root.wideOf(takeAway)
        height: root.stacked ? implicitHeight : printing.height
        iconAbove: root.pictured
        iconName: root.wordsOnly ? "" : "qr_code_2"
        textRole: root.rowRole
        text: root.tall ? qsTr("Lưu vào điện thoại") : qsTr("Lưu điện thoại")
        onClicked: root.viewModel.takeAway()
    }
}
