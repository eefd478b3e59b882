// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ConfirmSheet.h"

namespace Holdfast {

ConfirmSheet::ConfirmSheet(const QString &title, const QString &help, const QString &deed, Work work, QWidget *parent)
    : DeedSheet(title, help, deed, parent)
    , m_work(std::move(work))
{
    showWhatCanBeDone();
}

void ConfirmSheet::carryOut()
{
    await(m_work(), [this] { Q_EMIT done(); });
}

} // namespace Holdfast
