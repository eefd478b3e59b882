// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "api/RecordingLookup.h"
#include "api/UploadForm.h"
#include "records/Uploads.h"
#include "vault/StagedFile.h"

#include <functional>

namespace Holdfast {

/// How a file becomes a kept recording. Whatever fails leaves no file and no row; what keep() answered survives a power
/// cut. Any thread.
class RecordingIntake
{
public:
    /// A file that is arriving, under the number that its recording will have.
    struct Arrival
    {
        RecordingId id;
        QDate day;                        ///< of its folder
        std::unique_ptr<StagedFile> file; ///< null until it begins to arrive
        Caller caller;
        UploadFields fields;
        std::optional<CampaignId> campaignOfLead;
        QByteArray idempotencyKey; ///< empty where there is none
        Uploads::KeyStays keyStays = Uploads::KeyStays::ForADay;
        QString resumableUpload; ///< which ends as the recording is stored; empty: it came in one go
    };

    /// `stored` is called after each new recording, in the thread that kept it.
    RecordingIntake(
        DataFolder &data, const AccessLog &log, const RecordingLookup &recordings, Clock clock,
        std::function<void()> stored = [] {});

    /// Gives the arrival its number and the file to which the bytes go as they come.
    Done openFile(Arrival &arrival);

    /// Whether the caller may put a recording on that lead.
    Done chooseLead(Arrival &arrival, LeadId id) const;

    /// The file is whole: probes it, puts it in its place and writes its row. Answers the first result where the same
    /// upload was kept before under its key. Slow: pool thread.
    struct Kept
    {
        Recording recording;
        bool isNew = true; ///< false: the first result of the same upload
    };
    Result<Kept> keep(Arrival arrival);

private:
    Result<std::optional<Recording>> keptBefore(const Arrival &arrival, const QByteArray &fingerprint) const;
    Result<Recording> describe(const Arrival &arrival, const QByteArray &sha256) const;
    Result<Recording> store(Arrival &arrival, Recording recording, const QByteArray &fingerprint);
    static Done commit(StagedFile &file, const Recording &recording);
    Done writeNow(std::function<Done(Database &)> write); ///< waits until it is on the disk
    void undo(const Recording &recording);
    void forget(RecordingId id); ///< its intent

    DataFolder &m_data;
    const AccessLog &m_log;
    const RecordingLookup &m_recordings;
    Clock m_clock;
    std::function<void()> m_stored;
};

} // namespace Holdfast
