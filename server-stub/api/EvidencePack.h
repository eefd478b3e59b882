// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/EvidenceOriginal.h"
#include "api/EvidencePage.h"
#include "api/EvidencePlan.h"
#include "api/PooledBody.h"
#include "api/RecordingLookup.h"
#include "records/AuditExtract.h"

#include <QSet>

namespace Holdfast {

/// Makes a pack from its first byte to its last, each recording when its turn comes. A recording that can't be packed
/// is left out and told of; that the pack was made, and the SHA-256 of its manifest, is in the audit log before its
/// last bytes go out, without which it is no ZIP. Nothing is written to the disk; memory holds a few lines for each
/// recording and no recording's bytes.
///
///     About ──▶ Recording ──▶ Original ──▶ Metadata ──▶ Entries ──▶ OtherEntries ──▶ Closing ──▶ Over
///                  ▲   └─ not to be had ──────▶▲           │  the last one's ▲
///                  └──────────── the next ─────────────────┴─────────────────┘
class EvidencePack : public PooledBody::Maker
{
public:
    /// The three outlive it.
    EvidencePack(DataFolder &data, AccessLog &log, const RecordingLookup &lookup, EvidencePlan plan);

    Result<QByteArray> next() override;

private:
    enum class Step { About, Recording, Original, Metadata, Entries, OtherEntries, Closing, Over };

    Done makeMore();
    Done advance(Database &database);
    Done addAbout(Database &database);
    Done beginRecording(Database &database);
    Done copyOriginal();
    Done addMetadata(Database &database);
    Done addEntries(Database &database);
    Done addOtherEntries(Database &database);
    Done close();

    void leaveOut(PackedState state, const QString &why);
    void addPart(Database &database, const QByteArray &base, const QList<AuditRow> &rows);
    void note(const QString &problem);
    void endRow();
    Done writeDown(const QByteArray &manifestSha256);
    QByteArray folderOfRow() const;

    DataFolder &m_data;
    AccessLog &m_log;
    const RecordingLookup &m_lookup;
    const EvidencePlan m_plan;
    AuditExtract m_extract;
    PackWriter m_writer;
    QByteArray m_made; ///< taken from the writer
    qsizetype m_given = 0;
    PackManifest m_manifest;
    const QSet<RecordingId> m_packed; ///< whose entries are with them

    Step m_step = Step::About;
    qsizetype m_nextRecording = 0;
    std::unique_ptr<QIODevice> m_original;
    EvidenceRow m_row;
    qint64 m_afterEntry = 0;
    int m_part = 0;
    QByteArray m_rows; ///< that are on no page yet
    int m_pages = 0;
};

} // namespace Holdfast
