// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings/StateDelegate.h"

#include "look/Palettes.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "recordings/RecordingsModel.h"

#include <QPainter>

namespace Holdfast {

namespace {

constexpr int iconSize = 20;
constexpr int barHeight = 4;

QColor wordColor(const QStyleOptionViewItem &option, TransferState state)
{
    if (option.state & QStyle::State_Selected)
        return option.palette.color(QPalette::HighlightedText);
    switch (state) {
    case TransferState::Waiting:
        return tonesOf(option.palette).muted;
    case TransferState::Sending:
    case TransferState::Stored:
        return option.palette.color(QPalette::Text);
    case TransferState::Parked:
        return tonesOf(option.palette).bad;
    }
    Q_UNREACHABLE();
}

void drawBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &bar, int percent)
{
    const Tones &tones = tonesOf(option.palette);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tones.line);
    painter->drawRoundedRect(bar, barHeight / 2, barHeight / 2);
    painter->setBrush(tones.accent);
    const QRect done(bar.left(), bar.top(), bar.width() * percent / 100, bar.height());
    painter->drawRoundedRect(QStyle::visualRect(option.direction, bar, done), barHeight / 2, barHeight / 2);
}

/// Why it waits, and below it, smaller, when it is tried again.
void drawReason(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place, const QString &why,
                const QString &when)
{
    const int alignment = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    const QFontMetrics below(smallFont());
    const int height = option.fontMetrics.height() + (when.isEmpty() ? 0 : below.height());
    QRect line(place.left(), place.center().y() - height / 2, place.width(), option.fontMetrics.height());
    painter->drawText(line, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(why, Qt::ElideRight, line.width()));
    line.translate(0, option.fontMetrics.height());
    line.setHeight(below.height());
    painter->setFont(smallFont());
    painter->drawText(line, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                      below.elidedText(when, Qt::ElideRight, line.width()));
}

} // namespace

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyleOptionViewItem cell = paintGround(painter, option, index);
    painter->save();
    const QRect inside = option.rect.adjusted(Space::small, 0, -Space::small, 0);
    const QRect signRect(inside.left(), inside.center().y() - iconSize / 2, iconSize, iconSize);
    cell.icon.paint(painter, QStyle::visualRect(option.direction, inside, signRect), Qt::AlignCenter,
                    option.state & QStyle::State_Selected ? QIcon::Selected : QIcon::Normal);

    QRect wordRect = inside.adjusted(iconSize + Space::small, 0, 0, 0);
    const QVariant percent = index.data(RecordingsModel::PercentRole);
    if (percent.isValid()) {
        wordRect.adjust(0, 0, 0, -Space::small);
        const QRect bar(wordRect.left(), wordRect.center().y() + option.fontMetrics.height() / 2 + Space::hair / 2,
                        wordRect.width(), barHeight);
        drawBar(painter, option, QStyle::visualRect(option.direction, inside, bar), percent.toInt());
    }
    painter->setPen(wordColor(option, static_cast<TransferState>(index.data(RecordingsModel::StateRole).toInt())));
    if (const QString why = index.data(RecordingsModel::WhyRole).toString(); !why.isEmpty()) {
        drawReason(painter, option, QStyle::visualRect(option.direction, inside, wordRect), why,
                   index.data(RecordingsModel::WhenRole).toString());
        painter->restore();
        return;
    }
    const QRect visible = QStyle::visualRect(option.direction, inside, wordRect);
    const bool isShort = option.fontMetrics.horizontalAdvance(cell.text) > visible.width();
    const QString word = isShort ? index.data(RecordingsModel::ShortStateRole).toString() : cell.text;
    painter->drawText(visible,
                      Qt::AlignVCenter | Qt::TextSingleLine | QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                      option.fontMetrics.elidedText(word, Qt::ElideRight, visible.width()));
    painter->restore();
}

} // namespace Holdfast
