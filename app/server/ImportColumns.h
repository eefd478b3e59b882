// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/MediaFormat.h"
#include "domain/Result.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What a line of an import says of a recording. Users, leads and campaigns are named by id or by name.
struct ImportedRecording
{
    QString agent;
    QString lead;
    QString phone; ///< of the lead: tells it from others of its name
    QString campaign;
    QString disposition;
    QString notes;
    QString originalName;
    MediaFormat format = MediaFormat::Wav;
    std::optional<std::chrono::milliseconds> duration;
    QDateTime callDate;
    QDateTime uploadedAt;
    bool complianceHold = false;
};

/// The columns of an import, in the order of its first line.
class ImportColumns
{
public:
    /// Malformed, naming them, where columns are not known, come twice, or are missing.
    static Result<ImportColumns> of(const QStringList &header);
    static QStringList names(); ///< of all columns

    /// Malformed, naming the column, where a value can't be understood.
    Result<ImportedRecording> read(const QStringList &fields) const;

private:
    QHash<QString, qsizetype> m_columns;
};

} // namespace Holdfast
