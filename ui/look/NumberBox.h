// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace Holdfast {

/// A whole number between two bounds that are both part of it. What is typed past them is not taken: the number before
/// stands again, and refused() says that and the bounds. The wheel scrolls the page that it stands on. UI thread.
class NumberBox : public QSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(QWidget *parent = nullptr);

    void stepBy(int steps) override;

Q_SIGNALS:
    void refused(const QString &sentence) const;
    void typed(); ///< something else is written since, or stepped to

protected:
    void fixup(QString &text) const override;
    void keyPressEvent(QKeyEvent *event) override;
    QValidator::State validate(QString &text, int &position) const override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace Holdfast
