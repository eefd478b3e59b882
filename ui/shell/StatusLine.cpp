// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StatusLine.h"

#include "domain/StorageStats.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

#include <cmath>

namespace Holdfast {

StatusLine::StatusLine(SyncLoop &sync, QWidget *parent)
    : QStatusBar(parent)
    , m_sync(sync)
    , m_sign(new QLabel)
    , m_condition(new QLabel)
    , m_storage(new QLabel)
    , m_needing(new QToolButton)
    , m_outbox(new QLabel)
{
    setSizeGripEnabled(false);
    setContentsMargins(Space::large, 0, Space::large, 0);
    m_condition->setAccessibleName(tr("Connection"));
    m_outbox->setAccessibleName(tr("Outbox"));
    addWidget(m_sign);
    addWidget(m_condition);
    m_storage->setAccessibleName(tr("Storage"));
    addPermanentWidget(m_storage);
    m_needing->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_needing->setProperty("needing", true);
    m_needing->setToolTip(tr("Show what was written and does not go by itself"));
    addPermanentWidget(m_needing);
    addPermanentWidget(m_outbox);
    connect(m_needing, &QToolButton::clicked, this, &StatusLine::needingPersonAsked);
    setNeedingPerson(0);
    connect(&m_sync, &SyncLoop::conditionChanged, this, &StatusLine::showCondition);
    connect(&m_sync, &SyncLoop::waitingChanged, this, &StatusLine::showOutbox);
    connect(&m_sync, &SyncLoop::serverFullChanged, this, &StatusLine::showStorage);
    connect(&m_sync, &SyncLoop::progress, this, &StatusLine::showOutbox);
    showSigns();
    showOutbox();
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSigns();
}

/// They are drawn once, in the colours of then.
void StatusLine::showSigns()
{
    showCondition();
    showStorage();
    m_needing->setIcon(icon(Icon::Problem, warnColor(palette())));
}

void StatusLine::showCondition()
{
    QString text;
    QColor color;
    switch (m_sync.condition()) {
    case SyncCondition::Online:
        text = tr("Online");
        color = goodColor(palette());
        break;
    case SyncCondition::Offline:
        text = m_hasKeyring ? tr("Offline – what you attach and write is kept here and sent later")
                            : tr("Offline – sent later; without a keyring, keep the original files until then");
        color = warnColor(palette());
        break;
    case SyncCondition::SignInNeeded:
        text = tr("Sign in again – recordings wait here until then");
        color = badColor(palette());
        break;
    }
    m_sign->setPixmap(
        icon(m_sync.condition() == SyncCondition::Online ? Icon::Stored : Icon::Problem, color).pixmap(16, 16));
    m_condition->setText(text);
}

void StatusLine::setHasKeyring(bool hasKeyring)
{
    m_hasKeyring = hasKeyring;
    showCondition();
}

void StatusLine::showOutbox()
{
    QStringList parts;
    if (const int waiting = m_sync.waiting(); waiting > 0)
        parts += {tr("%n waiting", nullptr, waiting), tr("%1 %").arg(m_sync.percent())};
    if (const int parked = m_sync.unsendable(); parked > 0)
        parts += tr("%n can't be sent", nullptr, parked);
    if (m_unsentRemarks > 0)
        parts += tr("%n change(s) not sent yet", nullptr, m_unsentRemarks);
    if (m_isSealedAway)
        parts += tr("something sealed waits for its key");
    if (!parts.isEmpty()) // whichever comes first begins the line
        parts.first().replace(0, 1, parts.first().left(1).toUpper());
    const QString nothing = m_sync.hasLetGo() ? tr("Nothing waits") : tr("Everything is stored");
    m_outbox->setText(parts.isEmpty() ? nothing : parts.join(QStringLiteral(" · ")));
}

void StatusLine::setSealedAway(bool isAway)
{
    m_isSealedAway = isAway;
    showOutbox();
}

void StatusLine::setStorage(double quotaPercent)
{
    m_quotaPercent = quotaPercent;
    showStorage();
}

void StatusLine::showStorage()
{
    const bool isFull = m_quotaPercent >= 100 || m_sync.isServerFull();
    const StorageLevel level = isFull ? StorageLevel::NearlyFull : storageLevel(m_quotaPercent);
    m_storage->setProperty("bad", level == StorageLevel::NearlyFull);
    m_storage->setProperty("warn", level != StorageLevel::NearlyFull);
    m_storage->style()->unpolish(m_storage); // a style sheet looks at properties only then
    m_storage->style()->polish(m_storage);
    m_storage->setVisible(level != StorageLevel::Enough);
    m_storage->setText(m_quotaPercent >= 100 ? tr("The server's storage is full")
                       : isFull              ? tr("The server has no room for what waits")
                                             : tr("Storage %1 % full").arg(std::floor(m_quotaPercent)));
}

void StatusLine::setNeedingPerson(int count)
{
    const QString text = tr("%n change(s) need you", nullptr, count);
    m_needing->setText(text);
    m_needing->setAccessibleName(text);
    m_needing->setVisible(count > 0);
}

void StatusLine::comeAfter(QWidget &last)
{
    setTabOrder(&last, m_needing);
}

void StatusLine::setUnsentRemarks(int count)
{
    m_unsentRemarks = count;
    showOutbox();
}

} // namespace Holdfast
