// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "api/RecordingLookup.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Holdfast {

/// What changed since a cursor, as one caller may see it: each thing once, with what it is now. What is gone for the
/// caller, deleted or no longer theirs to see, says so. Any thread.
class ChangePages
{
public:
    static constexpr int mostChanges = 1000;

    ChangePages(DataFolder &data, const RecordingLookup &recordings);

    struct Page
    {
        qint64 cursor = 0; ///< from which to go on
        QJsonArray changes;
        bool more = false; ///< there are more already

        QJsonObject json() const;
    };
    Result<Page> after(qint64 cursor, int limit, const Caller &caller) const;
    Result<qint64> newest() const;

private:
    Result<QJsonObject> describe(Database &database, const struct Change &change, const Caller &caller) const;

    DataFolder &m_data;
    const RecordingLookup &m_recordings;
};

} // namespace Holdfast
