// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadHeader.h"

#include "domain/ShownText.h"
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
    , m_agents(new QLabel)
    , m_attach(new QPushButton(tr("Attach recordings…")))
{
    m_name->setFont(titleFont());
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *quiet : {m_details, m_agents}) {
        quiet->setProperty("muted", true);
        quiet->setTextInteractionFlags(Qt::TextSelectableByMouse);
        quiet->setTextFormat(Qt::PlainText);
    }
    m_name->setTextFormat(Qt::PlainText);
    m_agents->setWordWrap(true); // a lead may have many
    // A text that can be selected goes by its own direction where nothing else is said.
    for (QLabel *label : {m_name, m_details, m_agents})
        label->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    m_attach->setProperty("primary", true);
    m_attach->setAccessibleName(tr("Attach recordings"));
    m_attach->setToolTip(tr("Choose files (Ctrl+U), or drop them here"));
    connect(m_attach, &QPushButton::clicked, this, &LeadHeader::attachRequested);
    auto *names = new QVBoxLayout;
    names->setSpacing(Space::hair);
    names->addWidget(m_name);
    names->addWidget(m_details);
    names->addWidget(m_agents);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(names, 1);
    row->addWidget(m_attach, 0, Qt::AlignVCenter);
}

void LeadHeader::setLead(const Lead &lead, const QString &agents, bool isMine)
{
    m_name->setText(shownOnOneLine(lead.name));
    m_details->setText(ltr(lead.phone) + (lead.campaignName.isEmpty()
                                              ? QString()
                                              : QStringLiteral("  ·  ") + shownOnOneLine(lead.campaignName)));
    m_agents->setText(!isMine ? tr("No longer assigned to you. What waits here for it stays on this computer.")
                      : agents.isEmpty() ? QString()
                                         : tr("Assigned: %1").arg(shownOnOneLine(agents)));
    m_agents->setVisible(!m_agents->text().isEmpty());
    m_attach->setEnabled(isMine);
}

} // namespace Holdfast
