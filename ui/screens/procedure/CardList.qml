pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages

// The facts of a procedure one under another, turned by pages: for large letters and for long facts.
PagedList {
    id: root

    spacing: Theme.mm(Theme.step(2.5, 1.5, 2.5))
    delegate: FactRow {
        id: card

        objectName: "card-" + card.key
        width: root.listWidth
        answers: card.key === "time" || card.key === "fee" || card.key === "place"
        warns: card.key === "notice-withdrawn" || card.key === "notice-old"
        bare: card.key === "source"
    }
}
