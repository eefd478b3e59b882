// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/DeedSheet.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)

namespace Holdfast {

/// Something that is done once it was read what it does; it may have one thing to tick.
class ConfirmSheet : public DeedSheet
{
    Q_OBJECT
public:
    using Work = std::function<QFuture<Done>(bool isTicked)>;
    ConfirmSheet(const QString &title, const QString &help, const QString &deed, Work work, QWidget *parent = nullptr);

    void addTick(const QString &words); ///< not ticked

Q_SIGNALS:
    void done();

protected:
    void carryOut() override;

private:
    Work m_work;
    QCheckBox *m_tick = nullptr;
};

/// Whether it was done, of a call whose answer nobody needs.
template <class T> QFuture<Done> asDone(QFuture<Result<T>> future)
{
    return future.then([](const Result<T> &answer) { return answer ? Done() : Done(fail(answer.error())); });
}

} // namespace Holdfast
