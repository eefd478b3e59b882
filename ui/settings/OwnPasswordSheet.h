// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/DeedSheet.h"

#include <functional>

namespace Holdfast {

/// One's own new password. UI thread.
class OwnPasswordSheet : public DeedSheet
{
    Q_OBJECT
public:
    /// Answers what the person should know of this computer afterwards; often nothing.
    using Change = std::function<QFuture<Result<QString>>(const QByteArray &current, const QByteArray &wanted)>;
    explicit OwnPasswordSheet(Change change, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(const QString &sentence); ///< that it was, and what the person should know besides

protected:
    QString missing() const override;
    void carryOut() override;
    QString unknownWords() const override;

private:
    Change m_change;
    QLineEdit *m_current;
    QLineEdit *m_wanted;
    QLineEdit *m_again;
};

} // namespace Holdfast
