// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace Holdfast {

/// What a transaction has touched: told to whoever shows it once it is committed.
struct Touched
{
    QSet<LeadId> leads;
    QSet<LeadId> recordingsOf;
    QSet<QString> recordings;    ///< recordingKey
    QSet<QString> annotationsOf; ///< recordingKey
    bool due = false;            ///< there is something to be fetched
    bool files = false;          ///< there are sealed files to be taken off the disk
    bool stays = false;          ///< something is gone, but for what was not sent yet
    QStringList keptLeads;       ///< names of leads of which that became so just now
};

} // namespace Holdfast
