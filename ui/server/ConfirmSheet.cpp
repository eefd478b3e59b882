// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ConfirmSheet.h"

#include <QCheckBox>
#include <QFormLayout>

namespace Holdfast {

ConfirmSheet::ConfirmSheet(const QString &title, const QString &help, const QString &deed, Work work, QWidget *parent)
    : DeedSheet(title, help, deed, parent)
    , m_work(std::move(work))
{
    showWhatCanBeDone();
    beginAtCancel();
}

void ConfirmSheet::addTick(const QString &words)
{
    m_tick = new QCheckBox(words, this);
    form().addRow(m_tick);
}

void ConfirmSheet::carryOut()
{
    await(m_work(m_tick && m_tick->isChecked()), [this] { Q_EMIT done(); });
}

} // namespace Holdfast
