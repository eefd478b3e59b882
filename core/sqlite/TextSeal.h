// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace Holdfast {

/// How a database keeps the texts that are bound as Sealed: as bytes that only `open` makes readable again. Empty
/// texts stay empty, so that a statement can tell them. Thread of the database.
struct TextSeal
{
    std::function<Result<QByteArray>(const QString &)> seal;
    std::function<Result<QString>(const QByteArray &)> open;
};

/// A text that is not for whoever finds the file.
struct Sealed
{
    explicit Sealed(QString plain)
        : text(std::move(plain))
    {
    }
    QString text;
};

} // namespace Holdfast
