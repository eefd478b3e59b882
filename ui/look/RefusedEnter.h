// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QDialog)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// Says why Enter does nothing, where the button that it would press can't be pressed. Belongs to the dialog. UI
/// thread.
class RefusedEnter : public QObject
{
    Q_OBJECT
public:
    using Missing = std::function<QString()>; ///< what is still to be told; empty: nothing that one could do
    using Say = std::function<void(const QString &sentence)>;

    RefusedEnter(QDialog &dialog, QPushButton &pressed, Missing missing, Say say);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QPushButton> m_pressed;
    Missing m_missing;
    Say m_say;
};

} // namespace Holdfast
