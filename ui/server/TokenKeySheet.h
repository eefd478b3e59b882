// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/DeedSheet.h"
#include "sync/KeyCalls.h"

QT_FORWARD_DECLARE_CLASS(QCheckBox)

namespace Holdfast {

/// A new key for the sign-ins, and whether everybody is signed out for it. UI thread.
class TokenKeySheet : public DeedSheet
{
    Q_OBJECT
public:
    explicit TokenKeySheet(KeyCalls calls, QWidget *parent = nullptr);

Q_SIGNALS:
    void done();

protected:
    bool isComplete() const override { return true; }
    void carryOut() override;

private:
    KeyCalls m_calls;
    QCheckBox *m_everybody;
};

} // namespace Holdfast
