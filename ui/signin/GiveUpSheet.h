// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/WipeLocalData.h"
#include "look/DeedSheet.h"

#include <functional>

namespace Holdfast {

/// Asks whether what stays on this computer after a sign-out, sealed with a key that the keyring does not hold, is to
/// go for good.
class GiveUpSheet : public DeedSheet
{
    Q_OBJECT
public:
    using GiveUp = std::function<QFuture<Result<WipeLocalData::Wiped>>()>;
    /// whatStays: the sentence of the sign-out.
    GiveUpSheet(const QString &whatStays, GiveUp giveUp, QWidget *parent = nullptr);

Q_SIGNALS:
    void givenUp(const QString &sentence);

protected:
    void carryOut() override;

private:
    GiveUp m_giveUp;
};

} // namespace Holdfast
