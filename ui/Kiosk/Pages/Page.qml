pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Words above, actions at the bottom where hands reach; spare height lies between them.
Item {
    id: root

    default property alias content: words.data
    property alias actions: buttons.data
    property int topGap: Theme.mm(Theme.step(6, 3, 5))
    property int actionsHeight: 0
    // The largest letters need more height than the glass has: the frame moves such a page with Up and Down.
    property real largestMm: 460
    readonly property int longHeight: Theme.largest ? Theme.mm(root.largestMm) : 0
    readonly property int inner: root.width - 2 * Theme.margin
    readonly property int wordsHeight: words.height

    Item {
        id: words

        x: Theme.margin
        y: root.topGap
        width: root.inner
        height: buttons.y - root.topGap - Theme.gap4
    }

    Item {
        id: buttons

        x: Theme.margin
        y: root.height - buttons.height - Theme.mm(Theme.step(6.4, 3.5, 5))
        width: root.inner
        height: root.actionsHeight > 0 ? root.actionsHeight : buttons.childrenRect.height
    }
}
