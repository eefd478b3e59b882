// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadHeader.h"

#include "look/Icons.h"
#include "look/Palettes.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Holdfast {

LeadHeader::LeadHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_details(new QLabel)
{
    m_name->setFont(titleFont());
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setProperty("muted", true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A text that can be selected goes by its own direction where nothing else is said.
    for (QLabel *label : {m_name, m_details})
        label->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    auto *attach = new QPushButton(tr("Attach recordings…"));
    attach->setProperty("primary", true);
    attach->setAccessibleName(tr("Attach recordings"));
    attach->setToolTip(tr("Choose files (Ctrl+U), or drop them here"));
    connect(attach, &QPushButton::clicked, this, &LeadHeader::attachRequested);
    auto *names = new QVBoxLayout;
    names->setSpacing(Space::hair);
    names->addWidget(m_name);
    names->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(names, 1);
    row->addWidget(attach, 0, Qt::AlignVCenter);
}

void LeadHeader::setLead(const Lead &lead)
{
    m_name->setText(lead.name);
    m_details->setText(ltr(lead.phone) +
                       (lead.campaignName.isEmpty() ? QString() : QStringLiteral("  ·  ") + lead.campaignName));
}

} // namespace Holdfast
