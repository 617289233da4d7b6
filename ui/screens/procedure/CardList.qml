pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages

// The cards of a procedure one under another, turned by pages: for large letters and for long facts.
PagedList {
    id: root

    delegate: FactCard {
        id: card

        required property string key
        required property string note
        required property string line
        required property string icon
        required property var model

        // A paragraph of the record is read, not glanced at: plain letters.
        readonly property bool wordy: card.model.title.length > 120
        readonly property bool warns: card.key === "notice-withdrawn" || card.key === "notice-old"

        objectName: "card-" + card.key
        width: root.listWidth
        title: card.note
        pigment: card.model.pigment
        iconName: card.icon
        rim: card.warns ? Theme.warning : Theme.hair
        rimWidth: card.warns ? Theme.outline : Theme.cardOutline
        color: card.warns ? Theme.warningGround : Theme.paper

        KText {
            width: parent ? parent.width : 0
            role: card.key === "time" || card.key === "fee" || card.key === "place" ? "h1" : card.wordy ? "body" : "lead"
            strong: !card.wordy
            text: card.model.title
        }

        KText {
            width: parent ? parent.width : 0
            role: "cap"
            color: Theme.ink2
            text: card.line
            visible: card.line.length > 0
        }
    }
}
