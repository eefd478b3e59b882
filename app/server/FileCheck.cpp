// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/FileCheck.h"

#include "api/RecordingFile.h"
#include "crypto/Sha256.h"
#include "records/Recordings.h"

#include <QDirIterator>
#include <QSet>

namespace Holdfast {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;

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

/// Sealed files, and what lies beside them, that belong to no row.
QStringList strays(const QString &recordingsFolder, const QSet<QString> &known)
{
    QStringList found;
    for (QDirIterator files(recordingsFolder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString path = files.next().sliced(recordingsFolder.size() + 1);
        if (!known.contains(Vault::recordingOf(path)))
            found.append(QStringLiteral("%1 belongs to no recording").arg(path));
    }
    return found;
}

} // namespace

Result<CheckReport> checkFiles(DataFolder &data, const QString &folder)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    CheckReport report;
    QList<Recording> all;
    const Done listed = Recordings(**database).forEach([&](const Recording &recording, const QByteArray &) {
        all.append(recording);
        return true;
    });
    if (!listed)
        return fail(listed.error());
    QSet<QString> known;
    for (const Recording &recording : all) {
        known.insert(recording.filePath);
        ++report.recordings;
        report.bytes += recording.fileSize;
        if (const QString problem = problemOf(data, recording); !problem.isEmpty())
            report.problems.append(
                QStringLiteral("recording %1 (%2): %3").arg(recording.id.value).arg(recording.filePath, problem));
    }
    report.problems += strays(folder + QStringLiteral("/recordings"), known);
    return report;
}

} // namespace Holdfast
