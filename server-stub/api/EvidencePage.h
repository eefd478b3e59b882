// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Annotation.h"
#include "domain/AuditEntry.h"
#include "domain/Hold.h"
#include "domain/Recording.h"
#include "evidence/PackManifest.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Holdfast {

/// What a pack tells people of one recording.
struct EvidenceRow
{
    static constexpr qsizetype mostHistory = 200; ///< entries that are shown; all of them are in the pack

    PackedRecording packed;
    std::optional<Recording> recording; ///< none where it was deleted
    QList<Annotation> annotations;
    QList<Hold> holds;
    QList<AuditEntry> history; ///< the first of them
    qint64 entries = 0;        ///< of the audit log about it
};

/// The pages of a pack that a browser shows: HTML without scripts and without anything from outside, whatever is
/// written in notes and names. Pure.
QByteArray evidenceRowHtml(const EvidenceRow &row);

/// A further page of rows, for packs with more of them than one page should have.
QByteArray evidencePageHtml(const PackManifest &manifest, int page, const QByteArray &rows);
QByteArray evidencePageName(int page);

/// The first page: what the pack is about, what is missing, how to check it, and the rows or the pages with them.
QByteArray evidenceIndexHtml(const PackManifest &manifest, int pages, const QByteArray &rows);

} // namespace Holdfast
