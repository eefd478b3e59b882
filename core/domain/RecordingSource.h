// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Holdfast {

/// A folder into which a softphone or a PBX writes its recordings, and how to read them.
struct RecordingSource
{
    QString name;            ///< as a person calls it; no two have the same
    QString folder;          ///< absolute
    bool subfolders = false; ///< those in it are watched, too
    bool existing = false;   ///< what lay there before it was watched is wanted, too
    QStringList patterns;    ///< of NamePattern; none: those of the filing rules
    AgentChannel agentChannel = AgentChannel::Unknown;
    QByteArray timeZone; ///< of the times in names, "Europe/Berlin"; empty: that of the filing rules
    QString region;      ///< of numbers that name no country; empty: that of the filing rules

    friend bool operator==(const RecordingSource &, const RecordingSource &) = default;
};

} // namespace Holdfast
