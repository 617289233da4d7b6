pragma ComponentBehavior: Bound

import QtQuick

// Vietnamese keyboard: tones and marked letters have their own keys, so nothing needs Telex or a long press.
// It only says what was touched; kiosk.domain.vietnamese_composition makes the words.
Rectangle {
    id: root

    property string submitText: qsTr("Tìm")
    property bool capitals: false
    property bool numbersShown: false
    // For passwords: capitals and every sign of ASCII, in place of tones and marked letters.
    property bool plain: false
    // Thirteen keys of 20 mm side by side need this width; where there is less the rows are those of portrait.
    readonly property bool compact: Theme.panel !== "portrait" && root.width >= Theme.mm(304)
    readonly property bool tall: Theme.portrait && !root.compact
    readonly property int sidePad: Theme.mm(4)
    readonly property int keyHeight: Theme.mm(root.tall ? 20.8 * (Theme.largest ? 1.2 : 1) : Theme.largest ? 21.5 : 20.3)
    readonly property int toneHeight: Theme.shortReach && !Theme.largest ? root.keyHeight : root.tall ? Math.max(root.keyHeight, Theme.mm(25.8 * (Theme.large ? 1.2 : 1))) : root.compact ? root.keyHeight : Theme.mm(Theme.wide ? 23 : 22)
    readonly property real inner: root.width - 2 * root.sidePad
    readonly property bool wordsFit: !root.compact || !Theme.largest
    readonly property string onset: root.wordsFit ? "m" : ""
    readonly property bool namesFit: !Theme.large && !Theme.largest && (!root.compact || root.width > Theme.mm(300))

    readonly property var vowelKeys: [root.toneKey("á", qsTr("sắc"), "sac"), root.toneKey("à", qsTr("huyền"), "huyen"), root.toneKey("ả", qsTr("hỏi"), "hoi"), root.toneKey("ã", qsTr("ngã"), "nga"), root.toneKey("ạ", qsTr("nặng"), "nang"), root.dropToneKey()]
    readonly property var vietnameseKeys: ["ă", "â", "đ", "ê", "ô", "ơ", "ư"].map(letter => root.letterKey(letter, "mark"))
    readonly property var capitalKeys: [root.functionKey("capitals", root.capitals ? "abc" : "ABC", 1.25)]
    readonly property var toneKeys: root.plain ? root.capitalKeys.concat(root.charKeys(root.numbersShown ? "^`|\\;" : "$_*=;")) : root.vowelKeys
    readonly property var markKeys: root.plain ? root.charKeys("[]{}<>~") : root.vietnameseKeys
    // Ten, nine and seven letters in either order, so that keys keep their size and place.
    readonly property bool alphabetical: Theme.keys === "abc"
    readonly property var topKeys: root.charKeys(root.numbersShown ? "1234567890" : root.alphabetical ? "abcdefghij" : "qwertyuiop")
    readonly property var homeKeys: root.charKeys(root.numbersShown ? "-/.,:()@&" : root.alphabetical ? "klmnopqrs" : "asdfghjkl")
    readonly property var lowKeys: root.charKeys(root.numbersShown ? "'\"+%#?!" : root.alphabetical ? "tuvwxyz" : "zxcvbnm")

    signal letter(string text)
    signal tone(string name)
    signal mark(string text)
    signal backspace
    signal clear
    signal space
    signal submit
    signal numbers(bool shown)

    function toneKey(sample: string, name: string, value: string): var {
        return {
            "kind": "tone",
            "face": "tone",
            "text": root.onset + sample,
            "sub": root.namesFit ? name : "",
            "role": root.compact ? "cap" : "lead",
            "value": value,
            "name": qsTr("dấu %1").arg(name),
            "units": 1
        };
    }

    function dropToneKey(): var {
        return {
            "kind": "tone",
            "face": "function",
            "text": root.namesFit && !root.compact ? qsTr("Bỏ dấu") : root.onset + "a",
            "sub": root.namesFit && root.compact ? qsTr("bỏ dấu") : "",
            "role": root.compact ? "cap" : root.namesFit ? "btn" : "lead",
            "value": "none",
            "name": qsTr("Bỏ dấu"),
            "units": root.compact ? 1.25 : root.namesFit ? 1.1 : 1
        };
    }

    function letterKey(letter: string, kind: string): var {
        const shown = root.capitals ? letter.toLocaleUpperCase("vi") : letter;
        return {
            "kind": kind,
            "face": kind,
            "text": shown,
            "role": root.compact && Theme.largest ? "body" : "btn",
            "value": shown
        };
    }

    function charKeys(letters: string): var {
        return letters.split("").map(letter => root.letterKey(letter, "letter"));
    }

    function functionKey(kind: string, text: string, units: real): var {
        return {
            "kind": kind,
            "icon": kind === "space" && !root.wordsFit ? "space_bar" : "",
            "name": text,
            "face": kind === "submit" ? "submit" : kind === "space" ? "letter" : "function",
            "text": text,
            "role": root.namesFit ? "btn" : "cap",
            "value": kind,
            "units": units
        };
    }

    function backspaceKey(units: real): var {
        return {
            "kind": "backspace",
            "face": "function",
            "icon": "backspace",
            "value": "backspace",
            "name": qsTr("Xoá một chữ"),
            "units": units
        };
    }

    function pageKey(units: real): var {
        return root.functionKey("numbers", root.numbersShown ? "abc" : "123", units);
    }

    function rowsPortrait(): var {
        return [root.toneKeys, root.markKeys, root.topKeys, root.homeKeys, [root.pageKey(root.namesFit ? 1.2 : 1.35)].concat(root.lowKeys, [root.backspaceKey(root.namesFit ? 1.8 : 1.65)]), root.lastRow()];
    }

    function lastRow(): var {
        const units = root.namesFit ? [2, 5.5, 2.5] : [2.75, 4, 3.25];
        return [root.functionKey("clear", qsTr("Xoá hết"), units[0]), root.functionKey("space", qsTr("dấu cách"), units[1]), root.functionKey("submit", root.submitText, units[2])];
    }

    function rowsCompact(): var {
        return [root.toneKeys.concat(root.markKeys), root.topKeys.concat([root.backspaceKey(1.5)]), root.homeKeys.concat([root.functionKey("clear", qsTr("Xoá hết"), root.wordsFit ? 2.2 : 2.8)]), [root.pageKey(1.3)].concat(root.lowKeys, [root.functionKey("space", qsTr("dấu cách"), root.wordsFit ? 2.2 : 1.6), root.functionKey("submit", root.submitText, root.wordsFit ? 2 : 2.6)])];
    }

    // The widest row of its kind sets the unit; the letter rows of the portrait layout share one unit.
    function unitFor(keys: var, index: int): real {
        const units = !root.compact && index >= 2 && index <= 4 ? 10 : keys.reduce((sum, key) => sum + (key.units ?? 1), 0);
        const gaps = !root.compact && index >= 2 && index <= 4 ? 9 : units - 1;
        return (root.inner - Theme.keyGap * gaps) / units;
    }

    function touched(kind: string, value: string) {
        switch (kind) {
        case "letter":
            root.letter(value);
            break;
        case "mark":
            root.mark(value);
            break;
        case "tone":
            root.tone(value);
            break;
        case "backspace":
            root.backspace();
            break;
        case "clear":
            root.clear();
            break;
        case "space":
            root.space();
            break;
        case "submit":
            root.submit();
            break;
        case "capitals":
            root.capitals = !root.capitals;
            break;
        default:
            root.numbersShown = !root.numbersShown;
            root.numbers(root.numbersShown);
        }
    }

    color: Theme.sunk
    implicitWidth: Theme.mm(268)
    implicitHeight: rows.height + Theme.gap4 + Theme.mm(5)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Bàn phím")

    Rectangle {
        width: root.width
        height: Theme.cardOutline
        color: Theme.hair
    }

    Column {
        id: rows

        x: root.sidePad
        y: Theme.gap4
        width: root.inner
        spacing: Theme.keyGap

        Repeater {
            model: root.compact ? root.rowsCompact() : root.rowsPortrait()

            KeyRow {
                id: row

                required property var modelData
                required property int index

                width: rows.width
                keys: row.modelData
                unitWidth: root.unitFor(row.modelData, row.index)
                keyHeight: row.index === 0 ? root.toneHeight : root.keyHeight
                onKey: (kind, value) => root.touched(kind, value)
            }
        }
    }
}
