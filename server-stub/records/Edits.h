// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QDateTime>

#include <optional>

namespace Holdfast {

/// What people edit one at a time, each on the revision that it knows.
enum class Edited { Matter, Policy, Lead, User };

struct LastEdit
{
    qint64 revision = 1;
    QString by; ///< full name; empty where nobody changed it since it was made
    std::optional<QDateTime> at;
};

/// The revisions of one kind of these. In the connection's thread; writes inside WriteQueue.
class Edits
{
public:
    Edits(Database &database, Edited what)
        : m_database(database)
        , m_what(what)
    {
    }

    Result<LastEdit> last(qint64 id);                     ///< NotFound where there is none of that id
    Done note(qint64 id, UserId by, const QDateTime &at); ///< with each change: the next revision

private:
    Database &m_database;
    Edited m_what;
};

} // namespace Holdfast
