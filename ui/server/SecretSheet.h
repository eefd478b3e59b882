// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Holdfast {

/// Shows the secret of a new webhook, which nobody can show again, and copies it. UI thread.
class SecretSheet : public QDialog
{
    Q_OBJECT
public:
    SecretSheet(const QString &secret, QWidget *parent = nullptr);
};

} // namespace Holdfast
