// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/StatementGate.h"

#include <QMutex>
#include <QMutexLocker>
#include <QString>

#include <memory>

namespace Holdfast::Testing {

/// A database that fails at one statement, which a test names. Any thread.
class RefusedStatement
{
public:
    StatementGate gate()
    {
        return [state = m_state](QByteArrayView statement) -> Done {
            const QMutexLocker lock(&state->mutex);
            if (++state->seen != state->which)
                return {};
            state->refused = QString::fromUtf8(statement);
            return fail(FailureKind::Unreachable,
                        QStringLiteral("The database did not answer. Nothing was changed; try again in a moment."),
                        state->refused);
        };
    }
    /// The i-th that is to come.
    void refuse(qint64 which)
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->which = m_state->seen + which;
        m_state->refused.clear();
    }
    void refuseNone() { refuse(0); }
    /// Empty where none was.
    QString refused() const
    {
        const QMutexLocker lock(&m_state->mutex);
        return m_state->refused;
    }

private:
    struct State
    {
        QMutex mutex;
        qint64 seen = 0;
        qint64 which = 0;
        QString refused;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace Holdfast::Testing
