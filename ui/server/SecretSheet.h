// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

/// Shows the secret of a new webhook, which nobody can show again, and copies it. UI thread.
class SecretSheet : public QDialog
{
    Q_OBJECT
public:
    SecretSheet(const QString &secret, QWidget *parent = nullptr);

    void reject() override; ///< not by a key that one presses without looking: it would be gone

private:
    QLabel *m_said;
};

} // namespace Holdfast
