// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/Console.h"
#include "ctl/CtlOptions.h"
#include "domain/WhenFinished.h"

#include <QJsonArray>

namespace Holdfast {

/// A command of one answer, or a few, of the server. Both references outlive it.
class CtlCommand : public QObject
{
    Q_OBJECT
public:
    virtual void run() = 0;

Q_SIGNALS:
    void finished(bool allDone);

protected:
    CtlCommand(Console &console, const CtlOptions &options, QObject *parent);

    Console &console() { return m_console; }
    const CtlOptions &options() const { return m_options; }

    /// Then, with what was answered; says what went wrong, and ends, where something did.
    template <class T, class Then> void answered(const QFuture<Result<T>> &future, Then then)
    {
        whenFinished(future, this, [this, then](const Result<T> &answer) {
            if (!answer)
                return refuse(answer.error());
            if constexpr (std::is_void_v<T>)
                then();
            else
                then(*answer);
        });
    }
    void refuse(const Failure &failure);
    /// In JSON where that was asked for, in columns otherwise; and ends.
    void show(const QJsonArray &json, const QList<QStringList> &rows);
    void show(const QJsonObject &json, const QList<QStringList> &rows);
    /// The arguments, which are numbers: the command line was checked for that.
    QList<qint64> numbers() const;

private:
    Console &m_console;
    const CtlOptions &m_options;
};

/// "2026-11-20 14:32", by the clock on the wall here; empty where there is none.
QString timeText(const QDateTime &time);

} // namespace Holdfast
