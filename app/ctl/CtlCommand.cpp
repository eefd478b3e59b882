// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/CtlCommand.h"

namespace Holdfast {

CtlCommand::CtlCommand(Console &console, const CtlOptions &options, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_options(options)
{
}

void CtlCommand::refuse(const Failure &failure)
{
    m_console.problem(failure);
    Q_EMIT finished(false);
}

void CtlCommand::show(const QJsonArray &json, const QList<QStringList> &rows)
{
    if (m_options.json)
        m_console.json(json);
    else
        m_console.table(rows);
    Q_EMIT finished(true);
}

void CtlCommand::show(const QJsonObject &json, const QList<QStringList> &rows)
{
    if (m_options.json)
        m_console.json(json);
    else
        m_console.table(rows);
    Q_EMIT finished(true);
}

QList<qint64> CtlCommand::numbers() const
{
    QList<qint64> numbers;
    for (const QString &word : m_options.arguments)
        numbers.append(word.toLongLong());
    return numbers;
}

QString timeText(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace Holdfast
