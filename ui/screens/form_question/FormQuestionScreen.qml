pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Surface {
    id: root

    required property FormQuestionViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property bool typing: root.viewModel.kind === "text"
    readonly property bool answered: root.viewModel.fault.length > 0 || root.viewModel.note.length > 0
    // Large letters: what is wrong, or the keyboard, takes the place of the steps.
    readonly property bool stepless: Theme.large && (root.answered || root.typing && !root.tall)
    readonly property int inner: root.width - 2 * Theme.margin
    // Ten keys of 20 mm with their gaps.
    readonly property int keysX: root.tall ? 0 : root.width - Theme.mm(232)
    readonly property int leftWidth: root.tall ? root.inner : root.typing ? root.keysX - Theme.margin - Theme.gap2 : Math.round(root.inner * 0.5) - Theme.gap
    readonly property int belowLimit: Theme.largest || root.near ? 100000 : (root.offering ? root.offersBottom - offers.keptHeight : root.tall ? root.typing ? (skipTyping.visible ? skipTyping.y : keys.y) : pad.visible ? pad.y : root.height : skipTyping.visible ? skipTyping.y : root.height) - Theme.gap2
    // Large letters and low reach: what is read and what is touched stand under each other and the page moves.
    readonly property int told: below.y + below.childrenRect.height + Theme.gap4
    readonly property int beside: root.near ? (date.visible ? date.height + Theme.gap6 : input.visible && !root.typing ? input.height + Theme.gap6 : 0) : 0
    readonly property int touched: root.typing ? keys.height + (root.near ? input.height + 2 * Theme.gap4 : 0) + (skipTyping.visible ? skipTyping.height + 2 * Theme.gap4 : 0) : answers.visible ? answers.height + Theme.mm(8) : onwards.height + Theme.mm(8) + (pad.visible ? pad.height + Theme.gap6 : 0) + root.beside
    readonly property int rightX: root.tall ? Theme.margin : Theme.margin + root.leftWidth + 2 * Theme.gap

    // Words to go on with, above the keys or in the column beside them; not where letters or reach leave no height.
    readonly property bool offering: root.typing && root.viewModel.offersWords && !root.answered && !Theme.moving && root.reachTop <= 0 && !(Theme.large && !root.tall)
    readonly property int offersBottom: (skipTyping.visible ? skipTyping.y : root.tall ? keys.y : root.height) - Theme.gap4

    readonly property int helpFoot: help.visible ? help.y + help.height : question.y + question.height + Theme.gap2

    // What is typed is seen while it is typed: its box stands directly above the keys.
    readonly property bool skipsBeside: root.reachTop > 0 && skipTyping.visible
    readonly property bool near: root.tall && (root.typing && Theme.largest || root.reachTop > 0)

    longHeight: root.tall ? root.told + root.touched : 0
    keepsLow: root.tall && !Theme.largest
    fromBelow: root.typing
    saying: fault.visible ? fault : note.visible ? note : null

    Stepper {
        id: stepper

        visible: !root.stepless
        x: Theme.margin
        y: Theme.mm(Theme.step(9.9, 3, 6))
        width: root.tall ? root.inner : root.leftWidth
        current: root.viewModel.step
        total: root.viewModel.stepCount
        words: root.typing && !root.tall ? root.viewModel.shortStepText : root.viewModel.stepText
    }

    KText {
        id: question

        objectName: "question"
        x: Theme.margin
        y: root.stepless ? stepper.y : stepper.y + stepper.height + Theme.mm(Theme.step(root.typing ? 7 : 12, 3, 8))
        width: root.leftWidth
        role: root.tall ? "question" : root.typing ? "h1" : "disp"
        text: root.viewModel.question
    }

    KText {
        id: help

        visible: !(Theme.large && root.answered)
        x: Theme.margin
        y: question.y + question.height + Theme.gap2
        width: root.leftWidth
        role: root.tall ? "lead" : "body"
        text: root.viewModel.help
        color: Theme.ink2
    }

    DateBoxes {
        id: date

        objectName: "date"
        visible: root.viewModel.kind === "date"
        x: Theme.margin
        y: root.near ? pad.y - height - Theme.gap4 : root.helpFoot + Theme.mm(Theme.step(10, 3, 6))
        width: root.leftWidth
        day: root.viewModel.day
        month: root.viewModel.month
        year: root.viewModel.year
        activePart: root.viewModel.activePart
        faulty: root.viewModel.fault.length > 0
        onPartTapped: part => root.viewModel.partTapped(part)
    }

    InputBox {
        id: input

        objectName: "input"
        visible: root.viewModel.kind === "text" || root.viewModel.kind === "digits"
        x: Theme.margin
        y: root.near ? (root.typing ? keys.y - height - Theme.gap4 : pad.y - height - Theme.gap6) : root.helpFoot + Theme.mm(Theme.step(8, 3, 6))
        width: root.leftWidth - (root.skipsBeside ? skipTyping.width + Theme.gap : 0)
        height: Math.max(Theme.searchField, implicitHeight)
        text: root.viewModel.value
        label: root.viewModel.question
        personal: true
        faulty: root.viewModel.fault.length > 0
    }

    Column {
        id: below

        x: Theme.margin
        y: (root.near ? root.helpFoot : date.visible ? date.y + date.height : input.visible ? input.y + input.height : root.helpFoot) + Theme.gap4
        width: root.leftWidth
        spacing: Theme.gap4

        KText {
            id: inWords

            width: below.width
            visible: root.viewModel.dateInWords.length > 0 && root.viewModel.fault.length === 0 && below.y + inWords.implicitHeight < root.belowLimit
            role: "body"
            personal: root.viewModel.year.length > 0
            color: Theme.ink2
            text: root.viewModel.dateInWords
        }

        Banner {
            id: fault

            objectName: "fault"
            width: below.width
            visible: root.viewModel.fault.length > 0
            kind: root.viewModel.mayGoOn ? "warning" : "error"
            title: root.viewModel.fault
        }

        Banner {
            id: note

            objectName: "note"
            width: below.width
            visible: root.viewModel.note.length > 0 && root.viewModel.fault.length === 0
            kind: "info"
            title: root.viewModel.note
        }

        KText {
            id: reason

            width: below.width
            // Left out where it would reach the button below: the help above says what to write.
            visible: root.viewModel.reason.length > 0 && root.viewModel.fault.length === 0 && root.viewModel.note.length === 0 && below.y + reason.implicitHeight + (inWords.visible ? inWords.height + Theme.gap4 : 0) < root.belowLimit
            role: "cap"
            color: Theme.ink2
            text: root.viewModel.reason
        }
    }

    Column {
        id: answers

        visible: root.viewModel.kind === "choice"
        x: root.rightX
        y: root.tall ? root.height - height - Theme.mm(8) : stepper.y
        width: root.tall ? root.inner : root.width - x - Theme.margin
        spacing: Theme.gap6

        Repeater {
            model: root.viewModel.choices
            delegate: KButton {
                id: choice

                required property string key
                required property string title
                required property string icon

                objectName: "choice-" + choice.key
                width: answers.width
                height: Theme.answer
                leftAligned: true
                textRole: "h1"
                iconName: choice.icon
                text: choice.title
                onClicked: root.viewModel.choose(choice.key)
            }
        }
    }

    NumberPad {
        id: pad

        keyHeight: Theme.mm(Theme.step(root.reachTop > 0 ? 20.5 : Theme.large ? 27 : 38.67, 20.5, Theme.large ? 36 : 41))
        objectName: "pad"
        visible: root.viewModel.kind === "date" || root.viewModel.kind === "digits"
        x: root.rightX
        y: root.tall ? onwards.y - height - (root.near ? Theme.gap4 : Theme.gap6) : stepper.y
        width: root.tall ? root.inner : root.width - x - Theme.margin
        onDigit: text => root.viewModel.digit(text)
        onBackspace: root.viewModel.backspace()
        onClear: root.viewModel.clear()
    }

    Row {
        id: onwards

        readonly property int each: root.reachTop > 0 ? Theme.mm(25) : Theme.buttonPrimary

        visible: root.viewModel.kind !== "choice" && !root.typing
        x: root.rightX
        y: root.height - height - Theme.mm(root.reachTop > 0 ? 4 : Theme.step(8, 3.5, 5))
        width: root.tall ? root.inner : root.width - x - Theme.margin
        spacing: Theme.gap

        KButton {
            objectName: "skip"
            visible: root.viewModel.optional
            width: onwards.width * 0.4
            height: onwards.each
            text: qsTr("Bỏ qua")
            onClicked: root.viewModel.skip()
        }

        KButton {
            objectName: "keepPlace"
            visible: root.viewModel.canKeep
            width: onwards.width * 0.4
            height: onwards.each
            text: Theme.portrait && !Theme.large && !Theme.largest && root.reachTop <= 0 ? qsTr("Giữ chỗ 15 phút") : qsTr("Giữ chỗ")
            onClicked: root.viewModel.keepPlace()
        }

        KButton {
            objectName: "next"
            width: root.viewModel.optional || root.viewModel.canKeep ? onwards.width * 0.6 - Theme.gap : onwards.width
            height: onwards.each
            variant: "primary"
            iconName: "arrow_forward"
            trailingIcon: true
            text: root.viewModel.editing ? qsTr("Giữ câu này") : qsTr("Tiếp tục")
            onClicked: root.viewModel.next()
        }
    }

    SuggestedWords {
        id: offers

        visible: root.offering && offers.offers
        x: Theme.margin
        y: root.offersBottom - offers.height
        width: root.leftWidth
        model: root.offering ? root.viewModel.suggestions : null
        onTake: words => root.viewModel.take(words)
    }

    KButton {
        id: skipTyping

        objectName: "skipTyping"
        visible: root.typing && root.viewModel.optional
        x: root.skipsBeside ? root.width - Theme.margin - width : Theme.margin
        y: root.skipsBeside ? keys.y - height - Theme.gap4 : root.near ? input.y - height - Theme.gap4 : root.tall ? keys.y - height - Theme.gap4 : root.height - height - Theme.mm(4)
        width: root.tall ? root.inner * 0.5 : root.leftWidth
        height: Math.max(Theme.buttonRow, implicitHeight)
        text: qsTr("Bỏ qua câu này")
        onClicked: root.viewModel.skip()
    }

    Keyboard {
        id: keys

        objectName: "keyboard"
        visible: root.typing
        x: root.keysX
        y: root.height - height
        width: root.width - x
        submitText: root.viewModel.editing ? qsTr("Giữ") : qsTr("Tiếp")
        onLetter: text => root.viewModel.letter(text)
        onMark: text => root.viewModel.mark(text)
        onTone: name => root.viewModel.tone(name)
        onSpace: root.viewModel.space()
        onBackspace: root.viewModel.backspace()
        onClear: root.viewModel.clear()
        onSubmit: root.viewModel.next()
    }
}
