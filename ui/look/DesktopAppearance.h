// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace Holdfast {

/// Whether the desktop is dark: what its settings portal says (org.freedesktop.appearance color-scheme), or else the
/// palette that the program was started with. Asks without waiting; UI thread.
class DesktopAppearance : public QObject
{
    Q_OBJECT
public:
    explicit DesktopAppearance(QObject *parent = nullptr);

    bool dark() const { return m_dark; }

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(uint colorScheme);

    bool m_dark = false;
};

} // namespace Holdfast
