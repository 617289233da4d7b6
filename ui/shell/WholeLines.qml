pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Items

// Where a moved page is cut by the lower edge of the glass: what is cut there begins the next part, whole.
QtObject {
    id: root

    // The top of the highest thing that `edge` cuts, in `item` and below it; `top` is where the item stands.
    // Of words that is the line cut, with a little room above a first one; `edge` where nothing is cut.
    function cut(item: Item, top: real, edge: real): real {
        if (!item.visible) {
            return edge;
        }
        const crosses = top < edge && top + item.height > edge + 1;
        const words = item as Text;
        const marked = item as MarkedText;
        const lines = words && words.text.length > 0 ? words.lineCount : marked ? marked.lineCount : 0;
        if (lines > 0) {
            const each = item.height / lines;
            const whole = Math.floor((edge - top) / each);
            // Words directly under others get no room above: it would show the lower ends of those.
            return !crosses ? edge : whole > 0 ? top + whole * each : item.y <= Theme.gap2 ? top - Theme.gap4 : top;
        }
        if (crosses && (item as Pressable || item as QrPanel || item as Plate || item as Icon)) {
            return top - Theme.gap4;
        }
        let highest = edge;
        for (const child of item.children) {
            highest = Math.min(highest, root.cut(child, top + child.y, edge));
        }
        return highest;
    }
}
