// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "api/FailureReply.h"
#include "api/QueryFields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

/// The answer to whoever asks for all of a small table: an array without pages, and no parameter. readAll takes the
/// Database and answers a Result<QList<T>>; toJson makes the contract's object of a T.
template <class ReadAll, class ToJson>
Http::Reply wholeList(const Http::Request &request, DataFolder &data, ReadAll readAll, ToJson toJson)
{
    if (const auto failure = QueryFields(request).failure())
        return failureReply(*failure);
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return failureReply(database.error());
    const auto all = readAll(**database);
    if (!all)
        return failureReply(all.error());
    QJsonArray array;
    for (const auto &one : *all)
        array.append(toJson(one));
    return Http::Reply::json(200, QJsonDocument(array));
}

} // namespace Holdfast
