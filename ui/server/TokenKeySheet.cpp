// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/TokenKeySheet.h"

#include <QCheckBox>
#include <QFormLayout>

namespace Holdfast {

TokenKeySheet::TokenKeySheet(KeyCalls calls, QWidget *parent)
    : DeedSheet(
          tr("New key for the sign-ins"),
          tr("From now on sign-ins are signed with a new key. Those of before count until they end by themselves, "
             "within twelve hours. Where the old key may be known to somebody, end them at once: everybody signs "
             "in anew, you too; what waits to be sent stays on each computer and goes on afterwards."),
          tr("Make a new key"), parent)
    , m_calls(calls)
    , m_everybody(new QCheckBox(tr("&Everybody signs in anew"), this))
{
    form().addRow(m_everybody);
    showWhatCanBeDone();
}

void TokenKeySheet::carryOut()
{
    const auto old = m_everybody->isChecked() ? KeyCalls::OldTokens::EndAtOnce : KeyCalls::OldTokens::UntilTheyEnd;
    await(m_calls.rotateTokens(old), [this](const QString &) { Q_EMIT done(); });
}

} // namespace Holdfast
