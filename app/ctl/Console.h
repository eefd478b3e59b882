// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace Holdfast {

/// What holdfastctl says: results on the standard output, progress and problems on the standard error. Control
/// characters that a name may hold do not reach the terminal.
class Console
{
public:
    void line(const QString &text);
    void json(const QJsonObject &object);
    void json(const QJsonArray &array);
    void jsonLine(const QJsonObject &object);   ///< on one line
    void table(const QList<QStringList> &rows); ///< aligned columns

    void problem(const QString &sentence);
    void problem(const Failure &failure) { problem(failure.message); }
    void progress(const QString &text); ///< on one line that is written over; nothing where nobody watches

private:
    void endProgress();
    bool m_progressStands = false;
};

} // namespace Holdfast
