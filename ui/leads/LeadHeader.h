// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// Who the page is about, and the button that attaches a recording.
class LeadHeader : public QWidget
{
    Q_OBJECT
public:
    explicit LeadHeader(QWidget *parent = nullptr);

    /// With the names of those assigned to it. Not mine: what is here of it was not sent yet, and nothing is added.
    void setLead(const Lead &lead, const QString &agents, bool isMine);

Q_SIGNALS:
    void attachRequested();

private:
    QLabel *m_name;
    QLabel *m_details;
    QLabel *m_agents;
    QPushButton *m_attach;
};

} // namespace Holdfast
