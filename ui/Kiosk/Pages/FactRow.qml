pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// One fact among many: a sign, what it is, and its words, as low as they allow, so that a page holds several.
// The first of a group carries the group's heading, so that the two never stand on different pages.
Item {
    id: root

    required property string key
    required property string title
    required property string line
    required property string note
    required property string icon
    required property string pigment
    required property bool marked

    property bool answers: false // a short answer in large letters, on a line with its label where both fit
    property bool warns: false
    // Where the facts come from is said, but is no fact to look for: a line without a card.
    property bool bare: false
    // A paragraph of the record is read, not glanced at: plain letters.
    readonly property bool wordy: root.title.length > 120
    readonly property bool headed: root.marked && root.note.length > 0
    readonly property bool labelled: !root.marked && !root.bare && root.note.length > 0
    // Large letters on a narrow glass need the whole width: the sign stands beside the first line only. The largest
    // leave a sign to what has a label.
    readonly property bool signOnTop: Theme.portrait && (Theme.large || Theme.largest)
    readonly property bool signed: root.icon.length > 0 && !root.bare && (!Theme.largest || root.labelled)
    readonly property int padX: root.bare ? 0 : Theme.gap4 + Theme.gap2
    readonly property int padY: root.bare ? 0 : Theme.mm(Theme.step(2.5, 1.5, 2.5))
    readonly property int circle: Theme.mm(13.9 * Theme.zoom)
    readonly property int indent: root.signed ? root.circle + Theme.gap4 : 0
    readonly property int topIndent: root.signOnTop ? root.indent : 0
    readonly property int topHeight: root.signOnTop && root.signed ? root.circle : 0
    readonly property int besideHeight: root.signed && !root.signOnTop ? root.circle : 0

    implicitHeight: face.y + face.height

    KText {
        id: heading

        visible: root.headed
        width: root.width
        strong: true
        color: Theme.ink2
        text: root.note
    }

    Rectangle {
        id: face

        y: root.headed ? heading.height + Theme.gap2 : 0
        width: root.width
        height: Math.max(words.height, root.besideHeight) + 2 * root.padY
        radius: Theme.radiusCard
        color: root.bare ? Theme.page : root.warns ? Theme.warningGround : Theme.paper
        border.width: root.bare ? 0 : root.warns ? Theme.outline : Theme.cardOutline
        border.color: root.warns ? Theme.warning : Theme.hair

        Plate {
            x: root.padX
            y: root.padY
            round: true
            visible: root.signed
            size: root.circle
            iconSize: Math.round(root.circle * 0.64)
            iconName: root.icon
            pigment: root.pigment
        }

        Column {
            id: words

            x: root.padX + root.indent - root.topIndent
            y: root.padY + Math.max(0, Math.round((root.besideHeight - words.height) / 2))
            width: root.width - words.x - root.padX

            Item {
                id: top

                // "Mất bao lâu" and its answer share a line where both fit on it.
                readonly property bool oneLine: root.labelled && root.answers && root.topIndent + Math.ceil(label.implicitWidth) + Theme.gap6 + Math.ceil(said.implicitWidth) <= top.width
                readonly property int labelHeight: root.labelled ? Math.max(label.height, root.topHeight) : 0
                readonly property int lineHeight: Math.max(top.labelHeight, said.height, root.topHeight)
                readonly property bool stacked: root.labelled && !top.oneLine

                width: words.width
                height: top.stacked ? top.labelHeight + said.height : top.lineHeight

                KText {
                    id: label

                    x: root.topIndent
                    y: Math.round(((top.oneLine ? top.lineHeight : top.labelHeight) - label.height) / 2)
                    width: top.oneLine ? Math.ceil(label.implicitWidth) + 1 : top.width - label.x
                    visible: root.labelled
                    strong: true
                    color: Theme.ink2
                    text: root.note
                }

                KText {
                    id: said

                    // Far apart on a lying glass, the two are one row no longer: answers begin in the middle.
                    x: top.oneLine ? Math.min(top.width - said.width, Theme.portrait ? top.width : Math.max(label.x + label.width + Theme.gap6, Math.round(top.width * 0.5))) : top.stacked ? 0 : root.topIndent
                    y: top.stacked ? top.labelHeight : Math.round((top.lineHeight - said.height) / 2)
                    width: top.oneLine ? Math.ceil(said.implicitWidth) + 1 : top.width - said.x
                    role: root.bare ? "cap" : root.answers ? "h1" : root.wordy ? "body" : "lead"
                    strong: !root.wordy && !root.bare
                    lineHeight: root.wordy ? Theme.lineFactor("body") : 1
                    color: root.bare ? Theme.ink2 : Theme.ink
                    text: root.title
                }
            }

            KText {
                width: words.width
                role: "cap"
                lineHeight: 1
                color: Theme.ink2
                text: root.line
                visible: root.line.length > 0
            }
        }
    }
}
