// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/FileCheck.h"

#include "api/RecordingFile.h"
#include "crypto/Sha256.h"
#include "records/Recordings.h"
#include "records/ResumableUploads.h"
#include "records/WrappedRows.h"
#include "server/DatabaseCheck.h"
#include "sqlite/Steps.h"

#include <QDirIterator>

namespace Holdfast {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;
constexpr qint64 progressEvery = 1000; // recordings

/// Empty where the file is what its row says.
QString problemOf(DataFolder &data, const Recording &recording)
{
    const Result<std::unique_ptr<QIODevice>> file = openRecording(data, recording);
    if (!file)
        return file.error().message;
    if ((*file)->size() != recording.fileSize)
        return QStringLiteral("has %1 bytes instead of %2").arg((*file)->size()).arg(recording.fileSize);
    Sha256 hash;
    for (qint64 position = 0; position < recording.fileSize;) {
        const QByteArray piece = (*file)->read(pieceBytes);
        if (piece.isEmpty())
            return (*file)->errorString();
        hash.add(piece);
        position += piece.size();
    }
    return hash.result() == recording.sha256 ? QString() : QStringLiteral("is not the file that was stored");
}

class FileCheck
{
public:
    FileCheck(DataFolder &data, Database &database, const std::function<void(const QString &)> &tell,
              const std::function<void(qint64)> &progress)
        : m_data(data)
        , m_database(database)
        , m_tell(tell)
        , m_progress(progress)
    {
    }

    Done checkDatabase()
    {
        return Holdfast::checkDatabase(m_database, [this](const QString &problem) { found(problem); });
    }

    Done checkRecordings()
    {
        return Recordings(m_database).forEach([this](const Recording &recording, const QByteArray &wrappedKey) {
            ++m_report.recordings;
            m_report.bytes += recording.fileSize;
            const bool hasFile = m_data.vault().has(recording.filePath);
            if (wrappedKey.isEmpty() && recording.encryptionKeyId.isEmpty() && !hasFile)
                ++m_report.withoutFile;
            else if (wrappedKey.isEmpty())
                found(QStringLiteral("recording %1 (%2): its key is missing, so nothing opens its file%3")
                          .arg(QString::number(recording.id.value), recording.filePath,
                               hasFile ? QString() : QStringLiteral(", which is missing, too")));
            else if (const QString problem = problemOf(m_data, recording); !problem.isEmpty())
                found(QStringLiteral("recording %1 (%2): %3").arg(recording.id.value).arg(recording.filePath, problem));
            if (m_progress && m_report.recordings % progressEvery == 0)
                m_progress(m_report.recordings);
            return true;
        });
    }

    /// What has come of them can be opened; whether it is whole shows when they go on.
    Done checkUploads()
    {
        const Result<QList<ResumableUpload>> uploads = ResumableUploads(m_database).all();
        if (!uploads)
            return fail(uploads.error());
        for (const ResumableUpload &upload : *uploads)
            if (const Result<SecretKey> key =
                    m_data.keys().unwrap(upload.wrappedKey, upload.encryptionKeyId, wrapContextOfUpload(upload.id));
                !key)
                found(QStringLiteral("upload %1: %2").arg(upload.id, key.error().message));
        return {};
    }

    /// Sealed files, and what lies beside them, that belong to no row.
    Done checkStrays(const QString &recordingsFolder)
    {
        for (QDirIterator files(recordingsFolder, QDir::Files | QDir::Hidden | QDir::System,
                                QDirIterator::Subdirectories);
             files.hasNext();) {
            const QString path = files.next().sliced(recordingsFolder.size() + 1);
            const Result<bool> isKnown = Recordings(m_database).hasFile(Vault::recordingOf(path));
            if (!isKnown)
                return fail(isKnown.error());
            if (!*isKnown)
                found(QStringLiteral("%1 belongs to no recording").arg(path));
        }
        return {};
    }

    CheckReport report() const { return m_report; }

private:
    void found(const QString &problem)
    {
        ++m_report.problems;
        m_tell(problem);
    }

    DataFolder &m_data;
    Database &m_database;
    const std::function<void(const QString &)> &m_tell;
    const std::function<void(qint64)> &m_progress;
    CheckReport m_report;
};

} // namespace

Result<CheckReport> checkFiles(DataFolder &data, const QString &folder,
                               const std::function<void(const QString &)> &tell,
                               const std::function<void(qint64)> &progress)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    FileCheck check(data, **database, tell, progress);
    const Done done = inOrder([&] { return check.checkDatabase(); }, [&] { return check.checkRecordings(); },
                              [&] { return check.checkUploads(); },
                              [&] { return check.checkStrays(folder + QStringLiteral("/recordings")); });
    if (!done)
        return fail(done.error());
    return check.report();
}

} // namespace Holdfast
