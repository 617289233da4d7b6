pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Surface {
    id: root

    required property ChecklistQuestionViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int inner: root.width - 2 * Theme.margin
    readonly property int leftWidth: root.tall ? root.inner : Math.round(root.inner * 0.5) - Theme.gap
    readonly property int rightX: root.tall ? Theme.margin : Theme.margin + root.leftWidth + 2 * Theme.gap
    readonly property int wordsBottom: root.tall ? answers.y - Theme.mm(Theme.large || Theme.largest ? 6 : 14) : root.height - Theme.gap4
    readonly property int wordsTop: stepper.y + stepper.height + Theme.mm(Theme.step(6, 3, 8))
    // Portrait: the question stands right above its answers. Otherwise it begins under the steps.
    readonly property int wordsHeight: sign.takes + question.implicitHeight + Theme.gap4 + (help.visible && help.text.length > 0 ? help.implicitHeight : 0)

    keepsLow: root.tall
    longHeight: Theme.moving ? root.wordsTop + root.wordsHeight + Theme.gap6 + answers.height + Theme.mm(8) : 0

    Art {
        // Never behind words: where the question is long, the drum stays away.
        visible: root.tall && Theme.art && !Theme.large && y + height + Theme.gap2 <= question.y
        color: Theme.drumOnPage
        drawnWidth: Theme.mm(121)
        drawnHeight: Theme.mm(121)
        x: root.width - width - Theme.mm(7)
        y: root.wordsTop - Theme.gap2
    }

    Stepper {
        id: stepper

        x: Theme.margin
        y: Theme.mm(Theme.step(9.9, 3, 6))
        width: root.leftWidth
        current: root.viewModel.step
        total: root.viewModel.stepCount
        words: root.viewModel.stepText
    }

    Icon {
        id: sign

        readonly property bool fits: root.tall || !Theme.large && !Theme.landscape
        readonly property int takes: sign.visible ? sign.size + Theme.gap4 : 0

        visible: root.viewModel.loaded && sign.fits
        x: Theme.margin
        y: root.tall ? Math.max(root.wordsTop, root.wordsBottom - root.wordsHeight) : root.wordsTop
        name: root.viewModel.icon
        size: Theme.mm(Theme.step(30, 16, 26))
        color: Theme.dark ? Theme.ink : Theme.identity
    }

    KText {
        id: question

        objectName: "question"
        x: Theme.margin
        y: (root.tall ? Math.max(root.wordsTop, root.wordsBottom - root.wordsHeight) : root.wordsTop) + sign.takes
        width: root.leftWidth
        role: root.tall ? "question" : "disp"
        text: root.viewModel.question
    }

    KText {
        id: help

        x: Theme.margin
        y: question.y + question.height + Theme.gap4
        width: root.leftWidth
        // Left out where large letters leave no room: the question itself is whole.
        visible: Theme.moving || root.wordsTop + sign.takes + question.implicitHeight + Theme.gap4 + help.implicitHeight <= root.wordsBottom
        role: root.tall ? "lead" : "body"
        color: Theme.ink2
        text: root.viewModel.help
    }

    Column {
        id: answers

        readonly property int each: Theme.moving ? Theme.answer : Math.min(Theme.answer, Math.floor((root.height - (root.tall ? 0 : 2 * stepper.y) - 2 * answers.spacing) / 3))

        visible: root.viewModel.loaded
        x: root.rightX
        y: root.tall ? root.height - height - Theme.mm(8) : stepper.y
        width: root.tall ? root.inner : root.width - x - Theme.margin
        spacing: Theme.gap6

        KButton {
            objectName: "answer-yes"
            width: answers.width
            height: Math.max(answers.each, Theme.largest ? implicitHeight : 0)
            leftAligned: true
            iconSize: Theme.mm(Theme.step(18, 11, 15))
            textRole: "h1"
            iconName: "check"
            text: root.viewModel.yesText
            onClicked: root.viewModel.choose("yes")
        }

        KButton {
            objectName: "answer-no"
            width: answers.width
            height: Math.max(answers.each, Theme.largest ? implicitHeight : 0)
            leftAligned: true
            iconSize: Theme.mm(Theme.step(18, 11, 15))
            textRole: "h1"
            iconName: "close"
            text: root.viewModel.noText
            onClicked: root.viewModel.choose("no")
        }

        KButton {
            objectName: "answer-unsure"
            width: answers.width
            height: Math.max(answers.each, Theme.largest ? implicitHeight : 0)
            leftAligned: true
            iconSize: Theme.mm(Theme.step(18, 11, 15))
            textRole: "h1"
            iconName: "question_mark"
            text: root.tall ? qsTr("Chưa rõ, hỏi cán bộ sau") : qsTr("Chưa rõ")
            line: root.tall || Theme.large ? "" : qsTr("Hỏi cán bộ sau")
            onClicked: root.viewModel.choose("unsure")
        }
    }
}
