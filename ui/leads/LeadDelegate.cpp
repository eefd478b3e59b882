// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadDelegate.h"

#include "leads/LeadsModel.h"
#include "look/Palettes.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QPainter>

namespace Holdfast {

namespace {

constexpr int dotSize = 8; ///< of what was changed since the lead was opened

} // namespace

QSize LeadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    return {200, 2 * metrics.height() + Space::hair + 2 * Space::small};
}

void LeadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(Space::hair, 2, -Space::hair, -2);
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? palette.color(QPalette::Highlight) : tonesOf(palette).hover);
        painter->drawRoundedRect(card, 6, 6);
    }
    if (index == m_dropTarget || (selected && option.state & QStyle::State_HasFocus)) {
        painter->setPen(QPen(accentColor(palette), index == m_dropTarget ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }

    const QRect inner = card.adjusted(Space::medium, Space::hair, -Space::medium, -Space::hair);
    const QColor text = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? text : mutedColor(palette);
    const QFontMetrics metrics(option.font);
    const int recordings = index.data(LeadsModel::RecordingsRole).toInt();
    const QString count = recordings > 0 ? QString::number(recordings) : QString();
    const bool unread = index.data(LeadsModel::UnreadRole).toBool();
    const int dotWidth = unread ? dotSize + Space::small : 0;
    const int countWidth = dotWidth + (count.isEmpty() ? 0 : metrics.horizontalAdvance(count) + Space::small);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect top(inner.left() + (mirrored ? countWidth : 0), inner.top(), inner.width() - countWidth,
                    inner.height() / 2);
    const QRect bottom(inner.left(), inner.center().y(), inner.width(), inner.height() / 2);
    const auto aligned = [&](Qt::Alignment alignment) {
        return static_cast<int>(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter);
    };
    QFont name = option.font;
    name.setWeight(QFont::DemiBold);
    painter->setFont(name);
    painter->setPen(text);
    painter->drawText(top, aligned(Qt::AlignLeft),
                      QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, top.width()));
    painter->setFont(option.font);
    painter->setPen(quiet);
    const QRect beside(inner.left() + (mirrored ? dotWidth : 0), inner.top(), inner.width() - dotWidth,
                       inner.height() / 2);
    painter->drawText(beside, aligned(Qt::AlignRight), count);
    if (unread) {
        const QRect right(inner.right() - dotSize + 1, inner.top() + (inner.height() / 2 - dotSize) / 2, dotSize,
                          dotSize);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? text : accentColor(palette));
        painter->drawEllipse(QStyle::visualRect(option.direction, inner, right));
        painter->setPen(quiet);
    }
    const QString campaign = index.data(LeadsModel::CampaignRole).toString();
    const QString below = ltr(index.data(LeadsModel::PhoneRole).toString()) +
                          (campaign.isEmpty() ? QString() : QStringLiteral("  ·  ") + campaign);
    painter->drawText(bottom, aligned(Qt::AlignLeft), metrics.elidedText(below, Qt::ElideRight, bottom.width()));
    painter->restore();
}

} // namespace Holdfast
