pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property ProcedureViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int half: (root.inner - Theme.gap) / 2
    readonly property int headRoom: root.tall ? root.inner : root.inner - more.width - Theme.gap6
    readonly property int headFoot: official.visible ? official.y + official.height : heading.height
    readonly property int headHeight: root.tall ? root.headFoot : Math.max(root.headFoot, more.height)
    // Where the four cards do not fit beside one another they stand one under another, and are paged.
    readonly property bool loaded: root.viewModel.loaded
    readonly property bool nameInList: Theme.largest ? root.viewModel.title.length > 60 : root.viewModel.title.length > 60 && heading.implicitHeight > root.wordsHeight * 0.4
    readonly property int factsNeed: Math.max(timeProbe.need, feeProbe.need) + Theme.gap + placeProbe.need
    readonly property bool crowded: root.tall ? root.wordsHeight - root.factsNeed - root.footHeight - bring.y < Theme.mm(70) : root.factsNeed > root.wordsHeight - bring.y
    readonly property bool listed: Theme.large || Theme.largest || root.nameInList || root.crowded || root.viewModel.hasManyNotices || root.viewModel.hasLongPapers
    readonly property bool sourced: official.visible && !root.tall
    readonly property QtObject cardRows: root.nameInList ? root.viewModel.cardsWithName : root.sourced ? root.viewModel.cardsWithoutSource : root.viewModel.cards
    readonly property bool carded: root.loaded && !root.listed
    readonly property int footHeight: root.tall ? more.height + Theme.gap4 + (Theme.largest ? 0 : source.height + Theme.gap4) : 0

    leastWords: Theme.largest && root.loaded ? large.y + large.height + root.footHeight : 0

    KText {
        id: heading

        objectName: "title"
        width: root.headRoom
        visible: root.loaded && !root.nameInList
        role: root.viewModel.title.length > (root.tall ? 90 : 50) ? "lead" : root.viewModel.title.length > 60 ? "h1" : Theme.large && !root.tall && Math.ceil(onOneLine.implicitWidth) > root.headRoom ? "btn" : "disp"
        text: root.viewModel.title
    }

    KText {
        id: onOneLine

        visible: false
        spoken: false
        role: "disp"
        wrapMode: Text.NoWrap
        text: root.viewModel.title
    }

    KText {
        id: official

        visible: root.loaded && !root.nameInList && !Theme.large && !Theme.largest
        y: heading.height
        width: root.headRoom
        tight: !root.tall
        role: "cap"
        color: Theme.ink2
        text: root.tall ? root.viewModel.officialLine : root.viewModel.shortOfficialLine
    }

    KText {
        visible: root.loaded && root.nameInList && !root.tall && !Theme.large && !Theme.largest
        width: root.headRoom
        role: "lead"
        tight: true
        text: root.viewModel.shortTitle
    }

    Banner {
        width: root.inner
        visible: root.viewModel.missing
        kind: "info"
        title: qsTr("Việc này không còn trong máy")
        line: qsTr("Mời ông/bà tìm lại, hoặc hỏi cán bộ.")
    }

    Item {
        id: before
    }

    MoreButtons {
        id: more

        // Keys come to it where eyes do: above the cards at the side, below them on a tall page.
        parent: root.tall ? after : before

        objectName: "moreButtons"
        viewModel: root.viewModel
        room: root.tall ? root.inner : 0
        x: root.tall ? 0 : root.inner - width
        y: root.tall ? root.wordsHeight - height : 0
    }

    Banner {
        id: notice

        objectName: "notice"
        visible: root.carded && root.viewModel.hasNotices
        y: root.headHeight + Theme.gap4
        width: root.inner
        kind: root.viewModel.noticeKind
        title: root.viewModel.noticeTitle
        line: root.viewModel.noticeLine
    }

    FactProbe {
        id: timeProbe

        room: (facts.cardsWidth - Theme.gap) / 2 - 2 * bring.pad
        pad: bring.pad
        circle: bring.circle
        headline: root.viewModel.timeHeadline
        line: root.viewModel.timeLine
    }

    FactProbe {
        id: feeProbe

        room: (facts.cardsWidth - Theme.gap) / 2 - 2 * bring.pad
        pad: bring.pad
        circle: bring.circle
        headline: root.viewModel.feeHeadline
        line: root.viewModel.feeLine
    }

    FactProbe {
        id: placeProbe

        room: facts.cardsWidth - 2 * bring.pad
        pad: bring.pad
        circle: bring.circle
        narrow: root.half
        headline: root.viewModel.placeHeadline
        line: root.viewModel.placeLine
    }

    CardList {
        objectName: "cards"
        visible: root.loaded && root.listed && !Theme.largest
        y: !root.nameInList ? root.headHeight + Theme.gap4 : root.tall ? 0 : more.height + Theme.gap4
        width: root.inner
        height: root.wordsHeight - y - (root.tall ? more.height + Theme.gap4 : 0)
        model: Theme.largest ? null : root.cardRows
    }

    CardList {
        id: large

        objectName: "largeCards"
        whole: root.viewModel.isShort
        visible: root.loaded && Theme.largest
        y: root.nameInList ? 0 : heading.height + Theme.gap4
        width: root.inner
        height: large.whole ? large.wholeHeight : Theme.mm(230)
        model: Theme.largest ? root.cardRows : null
    }

    FactCard {
        id: bring

        objectName: "bring"
        visible: root.carded
        y: root.headHeight + (root.tall ? Theme.gap4 : Theme.gap2) + (root.viewModel.hasNotices ? notice.implicitHeight + Theme.gap4 : 0)
        width: root.tall ? root.inner : Math.round(root.inner * (Theme.landscape ? 0.46 : 0.44))
        height: root.tall ? papers.paged ? facts.lowest - y - Theme.gap : papers.y + (papers.count > 0 ? papers.usedHeight : none.height + Theme.gap2) + Theme.gap4 : root.wordsHeight - y
        title: qsTr("Cần mang gì")
        iconName: "folder_open"
    }

    PagedList {
        id: papers

        readonly property int listTop: Math.max(bring.circle + 2 * bring.pad, Theme.target + Theme.gap4 + Theme.gap2)

        objectName: "papers"
        ownPager: false
        visible: root.carded
        parent: bring
        x: bring.pad
        y: papers.listTop - Theme.gap2
        width: bring.width - 2 * bring.pad
        height: (root.tall ? facts.lowest - bring.y - Theme.gap : root.wordsHeight - bring.y) - y - Theme.gap2
        spacing: Theme.gap4
        model: root.viewModel.papers
        delegate: PaperRow {
            width: papers.width
        }
    }

    Row {
        parent: bring
        visible: papers.paged && root.carded
        x: bring.width - width - Theme.gap4
        y: Theme.gap2
        spacing: Theme.keyGap

        KText {
            visible: root.tall
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: Theme.gap4
            role: "cap"
            color: Theme.ink2
            text: qsTr("%1–%2 trong %3").arg(papers.first + 1).arg(papers.last + 1).arg(papers.count)
        }

        KButton {
            objectName: "papersUp"
            width: Theme.target
            height: Theme.target
            enabled: papers.hasUp
            iconName: "arrow_upward"
            spokenName: qsTr("Lên")
            onClicked: papers.up()
        }

        KButton {
            objectName: "papersDown"
            width: Theme.target
            height: Theme.target
            enabled: papers.moreBelow
            iconName: "arrow_downward"
            spokenName: qsTr("Xuống")
            onClicked: papers.down()
        }
    }

    KText {
        id: none

        parent: bring
        visible: papers.count === 0 && root.carded
        x: bring.pad
        y: papers.listTop
        width: bring.width - 2 * bring.pad
        role: "body"
        text: qsTr("Máy chưa có danh sách. Mời ông/bà hỏi cán bộ.")
    }

    Item {
        id: facts

        readonly property int cardsWidth: root.tall ? root.inner : root.inner - bring.width - Theme.gap
        // Where a list of papers turns pages, the facts stand still below it; else they follow it, and what is free
        // lies between words and actions.
        readonly property int lowest: root.wordsHeight - facts.height - root.footHeight

        visible: root.carded
        x: root.tall ? 0 : bring.width + Theme.gap
        y: !root.tall ? bring.y : papers.paged ? facts.lowest : bring.y + bring.height + Theme.gap
        width: facts.cardsWidth
        height: root.tall ? place.y + place.height : root.wordsHeight - bring.y

        FactCard {
            id: time

            objectName: "time"
            width: (facts.width - Theme.gap) / 2
            height: Math.max(time.implicitHeight, fee.implicitHeight)
            title: qsTr("Mất bao lâu")
            iconName: "schedule"

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: root.viewModel.timeHeadline
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                text: root.viewModel.timeLine
                color: Theme.ink2
                visible: text.length > 0
            }
        }

        FactCard {
            id: fee

            objectName: "fee"
            x: time.width + Theme.gap
            width: time.width
            height: time.height
            title: qsTr("Bao nhiêu tiền")
            iconName: "payments"
            pigment: "jade"

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: root.viewModel.feeHeadline
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                text: root.viewModel.feeLine
                color: Theme.ink2
                visible: text.length > 0
            }
        }

        FactCard {
            id: place

            objectName: "place"
            y: time.height + Theme.gap
            width: facts.width
            height: root.tall ? implicitHeight : facts.height - y
            title: qsTr("Nộp ở đâu")
            iconName: "location_on"
            pigment: "rose"

            Item {
                id: where

                readonly property bool sideBySide: Math.ceil(placeName.implicitWidth) + Theme.gap6 + Math.ceil(placeLine.implicitWidth) <= where.width

                width: parent ? parent.width : 0
                height: placeLine.visible ? Math.max(placeName.height, placeLine.y + placeLine.height) : placeName.height

                KText {
                    id: placeName

                    width: where.sideBySide ? Math.ceil(implicitWidth) + 1 : where.width
                    role: "h1"
                    text: root.viewModel.placeHeadline
                }

                KText {
                    id: placeLine

                    x: where.sideBySide ? where.width - width : 0
                    y: where.sideBySide ? Math.round((placeName.height - height) / 2) : placeName.height
                    width: where.sideBySide ? Math.ceil(implicitWidth) + 1 : where.width
                    role: "cap"
                    text: root.viewModel.placeLine
                    color: Theme.ink2
                    visible: text.length > 0
                }
            }
        }
    }

    KText {
        id: source

        visible: root.tall && root.carded
        y: more.y - height - Theme.gap4
        width: root.inner
        role: "cap"
        color: Theme.ink2
        text: root.viewModel.sourceLine
    }

    actionsHeight: actionButtons.implicitHeight
    Item {
        id: after
    }

    actions: [
        ProcedureActions {
            id: actionButtons

            viewModel: root.viewModel
            width: root.inner
            height: implicitHeight
        }
    ]
}
