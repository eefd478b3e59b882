// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/GiveUpSheet.h"

namespace Holdfast {

GiveUpSheet::GiveUpSheet(const QString &whatStays, GiveUp giveUp, QWidget *parent)
    : DeedSheet(tr("Remove what can't be opened now?"),
                whatStays + QLatin1Char('\n') +
                    tr("If nobody has that key any more, nobody can ever open it, and you can remove it: the "
                       "recordings can be sent only from their original files then, and notes that were not stored "
                       "are lost."),
                tr("Remove for good"), parent)
    , m_giveUp(std::move(giveUp))
{
    beginAtCancel();
}

void GiveUpSheet::carryOut()
{
    await(m_giveUp(), [this](const WipeLocalData::Wiped &wiped) { Q_EMIT givenUp(wiped.sentence()); });
}

} // namespace Holdfast
