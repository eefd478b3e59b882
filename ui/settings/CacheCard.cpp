// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/CacheCard.h"

#include "domain/WhenFinished.h"
#include "look/Card.h"
#include "look/NumberBox.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

NumberBox *numberBox(int least, int most, const QString &name)
{
    auto *box = new NumberBox;
    box->setRange(least, most);
    box->setAccessibleName(name);
    box->findChild<QLineEdit *>()->setAccessibleName(name); // what has the focus
    box->setKeyboardTracking(false);                        // 1 on the way to 10 would remove what is to stay
    return box;
}

} // namespace

CacheCard::CacheCard(CacheUpkeep &upkeep, bool isKeyKept, QWidget *parent)
    : QWidget(parent)
    , m_upkeep(upkeep)
    , m_usage(new QLabel)
    , m_gigabytes(numberBox(CacheRules::leastGigabytes, CacheRules::mostGigabytes, tr("Room for recordings, in GB")))
    , m_days(numberBox(CacheRules::leastDays, CacheRules::mostDays, tr("Days after which unused recordings go")))
    , m_refused(new QLabel)
    , m_wipe(new QCheckBox(tr("When I sign out, remove everything from this computer")))
    , m_remove(new QPushButton(tr("Remove now")))
    , m_removed(makeMutedLabel())
{
    build(isKeyKept);
    showUsage();
    connect(&m_upkeep, &CacheUpkeep::usageChanged, this, &CacheCard::showUsage);
    connect(m_gigabytes, &NumberBox::valueChanged, this, &CacheCard::take);
    connect(m_days, &NumberBox::valueChanged, this, &CacheCard::take);
    for (const NumberBox *box : {m_gigabytes, m_days}) {
        connect(box, &NumberBox::refused, this, [this](const QString &sentence) {
            m_refused->setText(sentence);
            m_refused->show();
        });
        connect(box, &NumberBox::typed, m_refused, &QLabel::hide);
    }
    connect(m_wipe, &QCheckBox::toggled, this, &CacheCard::take);
    connect(m_remove, &QPushButton::clicked, this, &CacheCard::removeNow);
}

void CacheCard::build(bool isKeyKept)
{
    const CacheRules &rules = m_upkeep.rules();
    m_gigabytes->setSuffix(tr(" GB"));
    m_gigabytes->setValue(rules.gigabytes);
    m_days->setSuffix(tr(" days"));
    m_days->setValue(rules.unusedDays);
    m_wipe->setChecked(rules.wipeAtSignOut);
    m_wipe->setAccessibleName(m_wipe->text());
    m_remove->setAccessibleName(tr("Remove the recordings on this computer now"));
    m_usage->setAccessibleName(tr("Room that recordings take on this computer"));

    auto *limits = new QFormLayout;
    limits->setFormAlignment(Qt::AlignLeading);
    limits->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    limits->addRow(tr("At most:"), m_gigabytes);
    limits->addRow(tr("Unused ones go after:"), m_days);
    m_refused->setWordWrap(true);
    m_refused->setProperty("bad", true);
    m_refused->hide();
    m_removed->hide(); // before there is something to say
    auto *usage = new QHBoxLayout;
    usage->setSpacing(Space::small);
    usage->addWidget(m_usage, 1);
    usage->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addLayout(usage);
    column->addWidget(m_removed);
    column->addWidget(makeMutedLabel(
        isKeyKept
            ? tr("Copies of what you have heard or sent from here, sealed; the server has it all. What waits to be "
                 "sent is not counted and never removed.")
            : tr("Without a keyring the copies here are sealed under a key that is only in this program's memory, and "
                 "go when Holdfast is closed. What you write is kept unsealed, readable for your account alone.")));
    column->addLayout(limits);
    column->addWidget(m_refused);
    column->addWidget(m_wipe);
    column->addWidget(makeMutedLabel(
        isKeyKept ? tr("Recordings, leads and notes go, and the key to them. What is not stored yet stays, "
                       "sealed, until you sign in again.")
                  : tr("Recordings, leads and notes go. What is not stored yet stays until you sign in again; notes "
                       "among it are not sealed, because there is no keyring.")));
}

void CacheCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showUsage();
}

void CacheCard::take()
{
    CacheRules rules = m_upkeep.rules();
    rules.gigabytes = m_gigabytes->value();
    rules.unusedDays = m_days->value();
    rules.wipeAtSignOut = m_wipe->isChecked();
    if (const Done kept = m_upkeep.setRules(rules); !kept)
        Q_EMIT problem(kept.error().message);
}

void CacheCard::showUsage()
{
    const std::optional<CacheUsage> usage = m_upkeep.usage();
    const QString most = sizeText(m_upkeep.rules().limits().bytes);
    m_usage->setText(usage ? tr("%1 of %2, %n recording(s)", nullptr, static_cast<int>(usage->recordings))
                                 .arg(sizeText(usage->bytes), most)
                           : tr("Looking what is here…"));
}

void CacheCard::removeNow()
{
    m_remove->setEnabled(false);
    whenFinished(m_upkeep.removeNow(), this, [this](const Result<CacheUsage> &removed) {
        m_remove->setEnabled(true);
        m_removed->show();
        if (!removed) {
            m_removed->setText(removed.error().message);
            return;
        }
        m_removed->setText(removed->bytes == 0
                               ? tr("There was nothing to remove.")
                               : tr("%n recording(s) removed, %1.", nullptr, static_cast<int>(removed->recordings))
                                     .arg(sizeText(removed->bytes)));
    });
}

} // namespace Holdfast
