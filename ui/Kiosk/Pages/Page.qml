pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Words above, actions at the bottom where hands reach; spare height lies between them.
Surface {
    id: root

    default property alias content: words.data
    property alias actions: buttons.data
    property int topGap: Theme.mm(Theme.step(6, 3, 5))
    property int actionsHeight: 0
    // What the words need at least, where they do not make do with what is left: the frame then moves the page.
    property int leastWords: 0
    readonly property int inner: root.width - 2 * Theme.margin
    readonly property int wordsHeight: words.height

    longHeight: root.leastWords > 0 ? root.topGap + root.leastWords + Theme.gap4 + buttons.height + Theme.mm(Theme.step(6.4, 3.5, 5)) : 0

    Item {
        id: words

        x: Theme.margin
        y: root.topGap
        width: root.inner
        height: root.height - root.topGap - Theme.gap4 - buttons.height - Theme.mm(Theme.step(6.4, 3.5, 5))
    }

    Item {
        id: buttons

        x: Theme.margin
        y: root.height - buttons.height - Theme.mm(Theme.step(6.4, 3.5, 5))
        width: root.inner
        height: root.actionsHeight > 0 ? root.actionsHeight : buttons.childrenRect.height
    }
}
